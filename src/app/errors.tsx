import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import type { Env, Web } from '#auth/web.ts';
import { isUnavailable } from '#db/open.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import { faultOf } from '#lib/stack.ts';
import { conflictSentence } from '#tickets/conflict.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { uiTexts } from '#ui/ui.ts';

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly kind: 'not_found' | 'conflict' | 'fault' | 'unavailable' | 'forbidden' | 'too_large';
  readonly sentence?: string;
  readonly back?: string;
  readonly reference?: string;
}

/** The one table that turns a named error into a status and words. */
export function answerError(error: Error, c: Context<Env>, log: Logger): Response | Promise<Response> {
  if (error instanceof NotFound) return answer(c, { status: 404, kind: 'not_found' });
  if (error instanceof Conflict)
    return answer(c, {
      status: 409,
      kind: 'conflict',
      sentence: conflictSentence(error, pageOf(c)),
      back: backFrom(c),
    });
  if (error instanceof Invalid)
    return answer(c, { status: 422, kind: 'conflict', sentence: Object.values(error.fields).join(' ') });
  if (error instanceof HTTPException && error.status === 403)
    return answer(c, { status: 403, kind: 'forbidden' });
  if (isUnavailable(error)) {
    log.warn({ id: c.var.requestId, reason: error.message }, 'the database is out of reach');
    return answer(c, { status: 503, kind: 'unavailable' });
  }
  log.error({ id: c.var.requestId, path: c.req.path, error: faultOf(error) }, 'a request failed');
  return answer(c, { status: 500, kind: 'fault', reference: c.var.requestId });
}

export const answerNotFound = (c: Context<Env>) => answer(c, { status: 404, kind: 'not_found' });
export const answerTooLarge = (c: Context) => answer(c, { status: 413, kind: 'too_large' });

const backFrom = (c: Web) => c.req.path.replace(/\/[^/]+$/, '') || '/';

/** The page's frame; before it is known who asks, a plain one. */
const pageOf = (c: Web): Page =>
  c.var.page ?? {
    language: 'nl',
    person: null,
    brand: { name: 'Nazorg', accent: '#0b6e4f' },
    timeZone: 'Europe/Amsterdam',
    now: new Date(),
    path: '/',
    done: null,
    nonce: '',
  };

async function answer(c: Web, { status, kind, sentence, back, reference }: Answer): Promise<Response> {
  const page = pageOf(c);
  const say = uiTexts(page.language);
  const face = page.person ? (page.person.kind === 'staff' ? 'desk' : 'portal') : 'bare';
  const start = page.person?.kind === 'staff' ? '/desk' : '/';
  const title = say(`wrong.${kind}_title`);
  const body = sentence ?? say(`wrong.${kind as Exclude<typeof kind, 'conflict'>}`);
  return c.html(
    `<!DOCTYPE html>${(
      (
        <Layout page={page} face={face} title={title}>
          <h1 class="text-2xl font-semibold">{title}</h1>
          <p class="my-4">{body}</p>
          {reference && (
            <p class="my-4 text-sm text-secondary">{say('wrong.reference', { id: reference })}</p>
          )}
          <a class="btn btn-primary" href={back ?? start}>
            {back ? say('wrong.conflict_back') : say('wrong.start')}
          </a>
        </Layout>
      )
    ).toString()}`,
    status,
  );
}
