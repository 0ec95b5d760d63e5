import { OpenAPIHono } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import { NotFound } from '#lib/errors.ts';
import { fieldError } from '#ui/form.tsx';
import type { Api, ApiEnv, ApiHook } from './context.ts';
import { documentOf } from './document.ts';
import { answerProblem, detailOf } from './errors.ts';
import { features } from './features.ts';
import { type FieldError, Problem, problemResponse } from './problems.ts';
import { referencePage } from './reference.tsx';

/** Where the API lies; the paths of the document begin after it. */
export const apiRoot = '/api/v1';

/** The whole API: every feature's operations, its document, and the page that explains it. */
export function createApi(): Api {
  const api: Api = new OpenAPIHono<ApiEnv>({
    getPath: (request) => new URL(request.url).pathname.slice(apiRoot.length) || '/',
    defaultHook: refuseInvalid,
  });
  for (const mount of features) mount(api);
  const document = documentOf(api);
  api.get('/', (c) => referencePage(c, document));
  api.get('/openapi.json', (c) => c.json(document));
  api.notFound((c) => {
    const allowed = methodsAt(api, c.req.path);
    if (allowed.length === 0)
      return problemResponse(c, 'not-found', { detail: 'There is no such address in this API.' });
    const detail = `This address takes ${allowed.join(', ')}.`;
    return problemResponse(c, 'method-not-allowed', { detail, headers: { Allow: allowed.join(', ') } });
  });
  api.onError((error, c) => answerProblem(error, c, c.env.log));
  return api;
}

/** The document as it is committed. */
export function openApiJson(): string {
  const api: Api = new OpenAPIHono<ApiEnv>();
  for (const mount of features) mount(api);
  return `${JSON.stringify(documentOf(api), null, 2)}\n`;
}

/** Turns what a schema refuses into a problem; an id that is none names nothing. */
const refuseInvalid: ApiHook = (result) => {
  if (result.success) return;
  if (result.target === 'param') throw new NotFound();
  const whole = result.target === 'json' ? 'body' : result.target;
  const errors = errorsOf(result.error as ZodError, { whole, said: (result as { data?: unknown }).data });
  throw new Problem('invalid', { detail: detailOf(errors), errors });
};

interface Refused {
  /** What a problem of no field in particular is called. */
  readonly whole: string;
  readonly said: unknown;
}

function errorsOf(error: ZodError, { whole, said }: Refused): Record<string, FieldError> {
  const errors: Record<string, FieldError> = Object.create(null);
  for (const issue of error.issues) {
    const place = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys.slice(0, 20))
        errors[[place, key.slice(0, 100)].filter(Boolean).join('.')] = {
          code: 'unknown_field',
          detail: 'There is no such field.',
        };
    else errors[place || whole] ??= fieldErrorOf(issue, isLeftOut(said, issue.path));
  }
  return errors;
}

function fieldErrorOf({ code, message }: ZodError['issues'][number], leftOut: boolean): FieldError {
  const key = leftOut ? 'required' : message;
  return /^[a-z_]+$/.test(key)
    ? { code: key, detail: fieldError(key, 'en') }
    : { code, detail: `${message}.` };
}

const isLeftOut = (said: unknown, path: readonly PropertyKey[]): boolean =>
  path.length > 0 &&
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], said) ===
    undefined;

/** The methods that an address takes. */
function methodsAt(api: Api, path: string): string[] {
  const methods = new Set<string>();
  for (const route of api.routes) {
    const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`);
    if (route.method !== 'ALL' && pattern.test(path)) methods.add(route.method);
  }
  return [...methods].sort();
}
