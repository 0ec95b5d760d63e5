import { z } from '@hono/zod-openapi';
import type { ApiContext } from './context.ts';

/** Every kind of problem, by the last part of its `type`: status, title, and what a program does about it. */
export const problemKinds = {
  malformed: {
    status: 400,
    title: 'The request cannot be read',
    remedy: 'Send well-formed JSON in UTF-8, and a query as this document describes it.',
  },
  unauthorized: {
    status: 401,
    title: 'A valid token is needed',
    remedy: 'Send `Authorization: Bearer TOKEN` with a token that is neither expired nor revoked.',
  },
  forbidden: {
    status: 403,
    title: 'This token may not do that',
    remedy: 'Use a token with the scope or the role that `detail` names.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    remedy: 'Check the address. What a token may not see is not there either.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take this method',
    remedy: 'Use one of the methods in the header `Allow`.',
  },
  conflict: {
    status: 409,
    title: 'Something stands in the way',
    remedy:
      'Read the object again; `reason` names what stands in the way, and `state`, `who` and `at` what happened meanwhile.',
  },
  'idempotency-key-reused': {
    status: 409,
    title: 'This Idempotency-Key belongs to another request',
    remedy: 'Make a new key for every request, and repeat a key only with the very same request.',
  },
  'in-progress': {
    status: 409,
    title: 'The same request is still being carried out',
    remedy: 'Wait for `Retry-After` seconds and send it again.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It was changed meanwhile',
    remedy: 'Read the object again, see whether your change still holds, and send it with the new ETag.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    remedy: 'Send at most 4 MB of JSON, or one file of 25 MB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'This content type is not taken here',
    remedy: 'Send `Content-Type: application/json`.',
  },
  invalid: {
    status: 422,
    title: 'Something in the request is not right',
    remedy: 'See `errors`: by the name of the field, a code for programs and a sentence for people.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait for `Retry-After` seconds.',
  },
  fault: {
    status: 500,
    title: 'Something went wrong here',
    remedy: 'Try again later. Whoever runs the program finds the fault under the id in `instance`.',
  },
  unavailable: {
    status: 503,
    title: 'Out of reach for a moment',
    remedy: 'Wait for `Retry-After` seconds and try again.',
  },
} as const;

export type ProblemKind = keyof typeof problemKinds;

export interface FieldError {
  /** For programs: `required`, `too_long`, `unknown_choice` … */
  readonly code: string;
  readonly detail: string;
}

export interface ProblemInput {
  readonly detail: string;
  readonly errors?: Readonly<Record<string, FieldError>>;
  /** Further members, as RFC 9457 allows. */
  readonly more?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal by the API itself, before any operation was asked. */
export class Problem extends Error {
  override name = 'Problem';
  readonly kind: ProblemKind;
  readonly input: ProblemInput;
  constructor(kind: ProblemKind, input: ProblemInput) {
    super(`${kind}: ${input.detail}`);
    this.kind = kind;
    this.input = input;
  }
}

/** A problem document (RFC 9457). Its `type` leads to where the reference explains it. */
export function problemResponse(
  c: ApiContext,
  kind: ProblemKind,
  { detail, errors, more, headers }: ProblemInput,
): Response {
  const { status, title } = problemKinds[kind];
  const document = {
    type: `${c.env.scope.baseUrl}/api/v1/#problem-${kind}`,
    title,
    status,
    detail,
    instance: `urn:uuid:${c.env.requestId}`,
    ...more,
    ...(errors ? { errors } : {}),
  };
  return c.body(JSON.stringify(document), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  });
}

export const problemSchema = z
  .object({
    type: z
      .string()
      .openapi({ format: 'uri', description: 'The kind of problem; leads to its explanation.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'What is the matter this time, in a sentence.' }),
    instance: z.string().openapi({ format: 'uri', description: 'This one request, as the log knows it.' }),
    errors: z
      .record(z.string(), z.object({ code: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: 'By the name of the field.' }),
    reason: z.string().optional().openapi({ description: 'Of a conflict: what stands in the way.' }),
    state: z.string().optional().openapi({ description: 'Of a conflict: the state that the ticket is in.' }),
    who: z.string().optional().openapi({ description: 'Of a conflict: who brought it there.' }),
    at: z.string().optional().openapi({ description: 'Of a conflict: when.' }),
  })
  .openapi('Problem', { description: 'A problem document (RFC 9457).' });
