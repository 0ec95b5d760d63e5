import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { isUnavailable } from '#db/open.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import { faultOf } from '#lib/stack.ts';
import { conflictSentence } from '#tickets/conflict.ts';
import { fieldError } from '#ui/form.tsx';
import type { ApiContext } from './context.ts';
import {
  type FieldError,
  Problem,
  type ProblemInput,
  type ProblemKind,
  problemResponse,
} from './problems.ts';

/** The one table that turns a named error into a problem document. Nothing of a fault is told. */
export function answerProblem(error: Error, c: ApiContext, log: Logger): Response {
  const { requestId, scope } = c.env;
  const [kind, input] = read(error, scope.now());
  if (kind === 'unavailable')
    log.warn({ id: requestId, reason: error.message }, 'the database is out of reach');
  if (kind === 'fault')
    log.error({ id: requestId, path: c.req.path, error: faultOf(error) }, 'a request failed');
  return problemResponse(c, kind, input);
}

function read(error: Error, now: Date): [ProblemKind, ProblemInput] {
  if (error instanceof Problem) return [error.kind, error.input];
  if (error instanceof NotFound)
    return ['not-found', { detail: 'This does not exist, or is not for this token.' }];
  if (error instanceof Conflict)
    return [
      'conflict',
      {
        detail: conflictSentence(error, { language: 'en', timeZone: 'UTC', now }),
        more: { reason: error.reason, ...error.data },
      },
    ];
  if (error instanceof Invalid) return readInvalid(error);
  if (error instanceof HTTPException) return readHttp(error);
  if (isLockTimeout(error))
    return [
      'in-progress',
      {
        detail: 'Somebody else is working on the same thing at this moment.',
        headers: { 'Retry-After': '2' },
      },
    ];
  if (isUnavailable(error))
    return [
      'unavailable',
      { detail: 'The database does not answer right now.', headers: { 'Retry-After': '5' } },
    ];
  return [
    'fault',
    { detail: 'That is our fault, not yours. It has been logged under the id in `instance`.' },
  ];
}

function readInvalid({ fields }: Invalid): [ProblemKind, ProblemInput] {
  if (fields.form === 'changed_meanwhile')
    return ['precondition-failed', { detail: 'Somebody else has changed this meanwhile.' }];
  const errors: Record<string, FieldError> = {};
  for (const [name, code] of Object.entries(fields)) errors[name] = { code, detail: fieldError(code, 'en') };
  return ['invalid', { detail: detailOf(errors), errors }];
}

/** The fields in one sentence, for whoever reads only that. */
export const detailOf = (errors: Readonly<Record<string, FieldError>>): string =>
  Object.entries(errors)
    .slice(0, 5)
    .map(([name, { detail }]) => `${name}: ${detail}`)
    .join(' ');

function readHttp({ status, message }: HTTPException): [ProblemKind, ProblemInput] {
  if (status === 413) return ['too-large', { detail: 'The body is larger than this address takes.' }];
  if (status === 415)
    return [
      'unsupported-media-type',
      { detail: 'The body is not of a content type that this address takes.' },
    ];
  return ['malformed', { detail: message || 'The request cannot be read.' }];
}

/** PostgreSQL gave up waiting for a row that another transaction holds. */
const isLockTimeout = (error: Error): boolean => (error as { code?: string }).code === '55P03';
