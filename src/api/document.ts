import type { Api } from './context.ts';
import { problemSchema } from './problems.ts';

interface OperationObject {
  parameters?: unknown[];
  responses: Record<string, unknown>;
  security?: Record<string, string[]>[];
  [member: string]: unknown;
}
export type ApiDocument = ReturnType<typeof documentOf>;

const about = `The doors of Nazorg for programs. Whatever can be done with a ticket at the desk can be done here, by the same rules.

**Tokens.** A manager makes one at the desk under *Settings*, or with \`nazorg token create --name NAME --role manager\`. Send it as \`Authorization: Bearer TOKEN\`. Cookies are not taken.

**Lists** answer \`{"items": […], "next": "…"}\`. Send \`next\` as \`cursor\`, with the same filters, to get the page after it; it is null on the last page.

**Writes** take an \`Idempotency-Key\`: sent again within 24 hours with the same body, the request has no second effect and gets the first answer again. Use a random UUID for each.

**Moments** are in UTC, as \`2026-10-16T07:30:00Z\`; amounts of office time are in minutes.

**Problems** are documents by RFC 9457; their \`type\` leads to the list below.

**Limits.** \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` tell how many requests this token may still make in this minute.`;

/** The OpenAPI document, with what all operations have in common added to each in one place. */
export function documentOf(api: Api) {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that begins with `nzg_`.',
  });
  api.openAPIRegistry.register('Problem', problemSchema);
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Nazorg',
      version: '1',
      description: about,
      license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
    },
    servers: [{ url: '/api/v1', description: 'This installation.' }],
    security: [{ token: [] }],
  });
  delete (document as { webhooks?: unknown }).webhooks;
  if (document.components) document.components.responses = responses;
  const tags = new Set<string>();
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(item as Record<string, OperationObject>)) {
      complete(operation, { path, method });
      for (const tag of operation.tags as string[]) tags.add(tag);
    }
  return { ...document, tags: [...tags].map((name) => ({ name, description: tagged[name] ?? '' })) };
}

const tagged: Record<string, string> = {
  Tickets: 'What clients have reported.',
  Steps: 'The way of a ticket: each step is made once, and answered with the ticket as it stands afterwards.',
  'Messages and history': 'What was said and done about a ticket.',
  'Warranty and contracts':
    'What was delivered of a site, its hosting and its care plans: they decide who pays.',
  Watchers: 'Who else of the client reads along by mail.',
  Attachments: 'Files: handed in first, then named by what they belong to.',
  Quotes: 'What clients were offered for which price, and how that ended.',
  Organisations: 'The clients of the agency.',
  Contacts: 'The people of the clients.',
  Colleagues: 'The people of the agency.',
  Sites: 'The websites and webshops of the clients.',
  Agreement: 'What the agency promises, and what follows from it.',
};

/** What every operation of its kind takes and answers besides its own. */
function complete(operation: OperationObject, { path, method }: { path: string; method: string }): void {
  const parameters = [...(operation.parameters ?? [])];
  const added = new Set(['Unauthorized', 'Forbidden', 'TooManyRequests', 'Fault', 'Unavailable']);
  if (path.includes('{')) added.add('NotFound');
  if (parameters.length > (path.includes('{') ? 1 : 0) || method !== 'get') added.add('Invalid');
  if (method === 'get' && path.endsWith('{id}')) {
    parameters.push(header('If-None-Match', 'The `ETag` that you have: 304 when nothing has changed.'));
    Object.assign(operation.responses['200'] as object, { headers: etagHeader });
    operation.responses['304'] = { description: 'Nothing has changed since the `ETag` that was sent.' };
  }
  if (method === 'patch') {
    parameters.push(header('If-Match', 'The `ETag` that you have seen: 412 when it was changed since.'));
    added.add('PreconditionFailed');
  }
  if (method !== 'get') {
    parameters.push(
      header(
        'Idempotency-Key',
        'One for each request, at best a random UUID; repeat it only to try again.',
        255,
      ),
    );
    for (const each of ['Malformed', 'Conflict', 'TooLarge', 'UnsupportedMediaType']) added.add(each);
  }
  if (parameters.length > 0) operation.parameters = parameters;
  for (const name of added)
    operation.responses[statusOf[name]!] ??= { $ref: `#/components/responses/${name}` };
}

const header = (name: string, description: string, maxLength?: number) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', ...(maxLength ? { minLength: 1, maxLength } : {}) },
});

const etagHeader = {
  ETag: { description: 'Stands for the object as it is now.', schema: { type: 'string' } },
};

const statusOf: Record<string, string> = {
  Malformed: '400',
  Unauthorized: '401',
  Forbidden: '403',
  NotFound: '404',
  Conflict: '409',
  PreconditionFailed: '412',
  TooLarge: '413',
  UnsupportedMediaType: '415',
  Invalid: '422',
  TooManyRequests: '429',
  Fault: '500',
  Unavailable: '503',
};

const described: Record<string, string> = {
  Malformed: 'The request cannot be read.',
  Unauthorized: 'There is no valid token in the request.',
  Forbidden: 'The token lacks the scope or the role.',
  NotFound: 'It does not exist, or is not for this token.',
  Conflict: 'Something stands in the way, or has changed meanwhile.',
  PreconditionFailed: 'It was changed since the `ETag` that was sent.',
  TooLarge: 'The body is too large.',
  UnsupportedMediaType: 'The content type is not taken here.',
  Invalid: 'Something in the request is not right; see `errors`.',
  TooManyRequests: 'This token has made too many requests in this minute.',
  Fault: 'A fault of the program.',
  Unavailable: 'The database is out of reach for a moment.',
};

const after = {
  headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' as const } } },
};
const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const responses = Object.fromEntries(
  Object.entries(described).map(([name, description]) => [
    name,
    { description, ...(['TooManyRequests', 'Unavailable'].includes(name) ? after : {}), content: problem },
  ]),
);
