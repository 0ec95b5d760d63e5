import { createRoute, z } from '@hono/zod-openapi';
import { authorise } from '#api/authorise.ts';
import { readBytes } from '#api/body.ts';
import type { Api, ApiContext } from '#api/context.ts';
import { fileHeaders } from '#api/file.ts';
import { idempotent, readForm } from '#api/idempotency.ts';
import { Problem } from '#api/problems.ts';
import { idParam, json, reading, writing } from '#api/route.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import {
  type HandedIn,
  keepFiles,
  largestFile,
  readAttachment,
  readFiles,
  tidyName,
} from '../attachments.ts';
import { attachmentSchema } from './schema.ts';

const tag = 'Attachments';
/** A file and the form around it. */
const largestBody = largestFile + 64 * 1024;
const bytes = z.string().openapi({ format: 'binary' });

const handInRoute = createRoute({
  method: 'post',
  path: '/attachments',
  ...writing({
    id: 'handInAttachment',
    tag,
    scope: 'tickets:write',
    summary: 'Hand in a file',
    description:
      'One file: as the field `file` of a multipart form, or as the body itself with its name in `?name=`. Name its id in `attachmentIds` of what it belongs to within a day, or it is forgotten.',
  }),
  request: {
    query: z.object({
      name: z
        .string()
        .optional()
        .openapi({ description: 'The name of a file that is sent as the body itself.' }),
    }),
    body: {
      required: true,
      content: {
        'multipart/form-data': { schema: z.object({ file: bytes }) },
        'application/octet-stream': { schema: bytes },
      },
    },
  },
  responses: {
    201: json(attachmentSchema.pick({ id: true, name: true, size: true }).openapi('HandedIn'), 'Its id.'),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/attachments/{id}',
  ...reading({
    id: 'getAttachment',
    tag,
    scope: 'tickets:read',
    summary: 'Read a file',
    description: 'Its bytes, always as a download. Those of a note need the scope `tickets:internal` too.',
  }),
  request: { params: idParam },
  responses: {
    200: { description: 'Its bytes.', content: { 'application/octet-stream': { schema: bytes } } },
  },
});

/** Files: handed in first, then named by what they belong to. */
export function attachmentOperations(api: Api): void {
  // Declared only: a validator would read the body as a form before its size is known.
  const { middleware: _, ...declared } = handInRoute;
  api.openAPIRegistry.registerPath(declared);
  api.post('/attachments', authorise('tickets:write'), takeFile, idempotent, async (c) => {
    const { scope, actor } = c.var;
    const file = await fileOf(c);
    const [id = ''] = await keepFiles(scope, c.env.files, actor, [file]);
    return c.json({ id, name: file.name, size: file.bytes.length }, 201);
  });

  api.openapi(readRoute, async (c) => {
    const { scope, actor, token } = c.var;
    const file = await readAttachment(scope, actor, c.req.valid('param').id);
    if (file.internal && !token.scopes.includes('tickets:internal')) throw new NotFound();
    return c.body(await c.env.files.get(file.hash), 200, fileHeaders(file)) as never;
  });
}

async function takeFile(c: ApiContext, next: () => Promise<void>): Promise<void> {
  await readBytes(c, largestBody);
  await next();
}

async function fileOf(c: ApiContext): Promise<HandedIn> {
  const type = c.req.header('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    const files = [...(await readForm(c)).values()].filter((value) => typeof value !== 'string');
    if (files.length > 1) throw new Invalid({ file: 'too_many_files' });
    const [file] = await readFiles(files);
    if (!file) throw new Invalid({ file: 'required' });
    return file;
  }
  if (/^application\/(json|x-www-form-urlencoded)\b/i.test(type) && !c.req.query('name'))
    throw new Problem('unsupported-media-type', {
      detail: 'Send a multipart form with a field `file`, or the file itself with `?name=`.',
    });
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0) throw new Invalid({ file: 'required' });
  if (bytes.length > largestFile) throw new Problem('too-large', { detail: 'A file may be 25 MB.' });
  return { name: tidyName((c.req.query('name') ?? '').slice(-1000)), bytes };
}
