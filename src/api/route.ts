import { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { line } from '#lib/text.ts';
import { authorise } from './authorise.ts';
import { takeJson } from './body.ts';
import type { ApiEnv } from './context.ts';
import { idempotent } from './idempotency.ts';
import type { TokenScope } from './scopes.ts';

interface Operation {
  /** Its name for generated clients, as `listTickets`. */
  readonly id: string;
  readonly tag: string;
  readonly scope: TokenScope;
  readonly role?: 'manager';
  readonly summary: string;
  readonly description?: string;
}

const common = ({ id, tag, scope, role, summary, description }: Operation) => ({
  operationId: id,
  tags: [tag],
  summary,
  description: [description, `Needs the scope \`${scope}\`${role ? ` and the role \`${role}\`` : ''}.`]
    .filter(Boolean)
    .join('\n\n'),
  security: [{ token: [scope] }],
});

/** The frame of an operation that only reads: who may, and how the document names it. */
export const reading = (operation: Operation) => ({
  ...common(operation),
  middleware: [authorise(operation.scope, operation.role)] as MiddlewareHandler<ApiEnv>[],
});

/** The frame of an operation that changes something: it is done once for each `Idempotency-Key`. */
export const writing = (operation: Operation) => ({
  ...common(operation),
  middleware: [
    authorise(operation.scope, operation.role),
    takeJson,
    idempotent,
  ] as MiddlewareHandler<ApiEnv>[],
});

/** The id in the address. Whatever is none names nothing, and is answered with 404. */
export const idParam = z.object({ id: z.uuid().openapi({ description: 'The id of the object.' }) });

/** An answer in JSON. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A body in JSON that has to be there, or may be left out when nothing in it has to be said. */
export const body = <T extends z.ZodType>(schema: T, { optional = false } = {}) => ({
  content: { 'application/json': { schema } },
  required: !optional,
});

/** An instant in UTC, as answers say it. */
export const instant = (description: string) => z.string().openapi({ format: 'date-time', description });

const moments = /^\d{4}-/;

/** An instant as requests say it, with `Z` or an offset. */
export const momentInput = (description: string) =>
  z.iso
    .datetime({ offset: true, error: 'not_a_moment' })
    .refine((value) => moments.test(value) && value >= '2000' && value < '2200', 'not_a_moment')
    .transform((value) => new Date(value))
    .openapi({ type: 'string', format: 'date-time', description });

/** An instant as documents write it: UTC, with a fraction only where there is one. */
export const isoOf = (at: Date): string => at.toISOString().replace('.000Z', 'Z');
export const isoOrNull = (at: Date | null): string | null => (at === null ? null : isoOf(at));

/** A filter that is true or false. */
export const flag = (description: string) =>
  z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .openapi({ type: 'boolean', description });

/** Letters to look for. */
export const words = (description: string) =>
  line(200).optional().openapi({ type: 'string', maxLength: 200, description });
