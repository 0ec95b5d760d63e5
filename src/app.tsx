import { randomUUID } from 'node:crypto';
import type { BlockList } from 'node:net';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { tokensDesk } from '#api/desk.tsx';
import { apiRoutes } from '#app/api.ts';
import { assetRoutes } from '#app/assets.ts';
import { answerError, answerNotFound, answerTooLarge } from '#app/errors.tsx';
import { type Health, healthRoutes } from '#app/health.ts';
import type { Auth } from '#auth/auth.ts';
import { dropCookie, keptCookie } from '#auth/cookies.ts';
import { authPages } from '#auth/pages.tsx';
import { needsSecondFactor, noteUse, personOfSession } from '#auth/session.ts';
import { backTo, type Env } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { draftPages } from '#drafts/pages.ts';
import { dutyDesk } from '#duty/desk.tsx';
import type { FileStore } from '#files/store.ts';
import { importDesk } from '#import/desk.tsx';
import { invoicesDesk } from '#invoices/desk.tsx';
import { invoicesPortal } from '#invoices/portal.tsx';
import { languages, preferredLanguage } from '#lib/language.ts';
import type { Live } from '#live/live.ts';
import { liveRoutes } from '#live/routes.ts';
import { mailDesk } from '#mail/desk.tsx';
import { previewHeaders, previewPath, textsPreviewPath } from '#mail/preview.ts';
import { moneyDesk } from '#money/desk.tsx';
import { costsPortal } from '#money/portal.tsx';
import { organisationsDesk } from '#organisations/desk.tsx';
import { peopleDesk } from '#people/desk.tsx';
import { peoplePages } from '#people/pages.tsx';
import { publishedDesk } from '#published/desk.tsx';
import { publishedPortal } from '#published/portal.tsx';
import { quotesDesk } from '#quotes/desk.tsx';
import { quotesPortal } from '#quotes/portal.tsx';
import { monthDesk } from '#reports/desk.tsx';
import { monthPortal } from '#reports/portal.tsx';
import { savedViewsDesk } from '#saved-views/desk.tsx';
import { searchDesk } from '#search/desk.tsx';
import { searchPortal } from '#search/portal.tsx';
import { securityDesk } from '#security/desk.tsx';
import { securityPages } from '#security/pages.tsx';
import { settingsDesk } from '#settings/desk.tsx';
import { logoRoutes } from '#settings/logo.ts';
import { loadOffice, readingHandle } from '#settings/office.ts';
import { setupPages } from '#settings/setup.tsx';
import { sitesDesk } from '#sites/desk.tsx';
import { ticketsDesk } from '#tickets/desk.tsx';
import { ticketsPortal } from '#tickets/portal.tsx';

export interface AppOptions {
  readonly scope: Scope;
  readonly auth: Auth;
  readonly secret: string;
  readonly files: FileStore;
  readonly log: Logger;
  readonly health: Health;
  readonly live: Live;
  /** Whose word is believed about whom a request is made for. */
  readonly proxies?: BlockList | undefined;
}

/** Says that a page fetches itself again, and nobody went anywhere. */
const refreshHeader = 'x-refresh';

/** All that one request may carry: ten files of 25 MB, and the text around them. */
const largestRequest = 10 * 25 * 1024 * 1024 + 1024 * 1024;

/** The whole program for the web: every middleware and every feature's pages, in order. */
export function createApp(options: AppOptions): Hono<Env> {
  const { scope, auth, secret, files, log, health, live, proxies = null } = options;
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    const start = performance.now();
    await next();
    health.count(c.req.method, c.res.status, performance.now() - start);
    log.debug(
      { id: c.var.requestId, method: c.req.method, path: c.req.path, status: c.res.status },
      'request',
    );
  });
  app.use(previewPath, previewHeaders);
  app.use(textsPreviewPath, previewHeaders);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", NONCE],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: scope.baseUrl.startsWith('https:') && 'max-age=31536000; includeSubDomains',
      // an attachment brings a stricter policy of its own
      overwrite: false,
    }),
  );
  healthRoutes(app, health);
  assetRoutes(app, scope);
  logoRoutes(app, scope);
  // before cookies and forms: a program shows its token with every request
  apiRoutes(app, { scope, files, log });
  app.use(
    csrf({
      origin: (origin, c) => origin === new URL(c.req.url).origin || origin === new URL(scope.baseUrl).origin,
    }),
  );
  app.use(compress());
  const limit = bodyLimit({ maxSize: largestRequest, onError: answerTooLarge });
  // to see whether a page's request has a body takes longer than all else that is looked at in it
  app.use((c, next) => (c.req.method === 'GET' ? next() : limit(c, next)));

  app.use(async (c, next) => {
    // what a request changes is read again after it: only while nothing changes the office is read once
    const own = c.req.method === 'GET' ? { ...scope, db: readingHandle(scope.db) } : scope;
    c.set('scope', own);
    const [office, signedIn] = await Promise.all([loadOffice(own.db), personOfSession(c, scope, secret)]);
    const person = signedIn?.person ?? null;
    if (signedIn) await noteUse(scope, signedIn);
    const chosen = languages.find((each) => each === keptCookie(c, 'language'));
    // what was just done is said on the page that the person goes to: not on one that fetches itself again, nor to a stream
    const beside = c.req.header(refreshHeader) ?? c.req.header('accept') === 'text/event-stream';
    const done = beside ? undefined : keptCookie(c, 'done');
    if (done && c.req.method === 'GET') dropCookie(c, 'done');
    const { pathname, search } = new URL(c.req.url);
    c.set('files', files);
    c.set('proxies', proxies);
    c.set('person', person);
    c.set('signedIn', signedIn);
    c.set('held', needsSecondFactor(signedIn, office.agency, scope.now()));
    c.set('page', {
      language: person?.language ?? chosen ?? preferredLanguage(c.req.header('accept-language')),
      person,
      brand: {
        name: office.agency?.name ?? 'Nazorg',
        accent: office.agency?.accent ?? '#0b6e4f',
        logo: office.agency?.logo ?? null,
      },
      timeZone: office.timeZone,
      now: scope.now(),
      // a form that was not taken is shown at its own address, which cannot be opened
      path: c.req.method === 'GET' ? pathname + search : backTo(c),
      done: c.req.method === 'GET' && done ? done : null,
      nonce: c.get('secureHeadersNonce') ?? '',
    });
    c.header('Cache-Control', 'private, no-store');
    await next();
  });

  setupPages(app, auth);
  authPages(app, auth);
  peoplePages(app, auth);
  securityPages(app, auth);
  publishedPortal(app);
  liveRoutes(app, live);
  draftPages(app);
  ticketsPortal(app);
  ticketsDesk(app);
  savedViewsDesk(app);
  searchPortal(app);
  searchDesk(app);
  organisationsDesk(app);
  sitesDesk(app);
  peopleDesk(app);
  mailDesk(app);
  costsPortal(app);
  quotesPortal(app);
  quotesDesk(app);
  moneyDesk(app);
  invoicesPortal(app);
  invoicesDesk(app);
  monthPortal(app);
  monthDesk(app);
  settingsDesk(app);
  dutyDesk(app);
  publishedDesk(app);
  importDesk(app);
  securityDesk(app);
  tokensDesk(app);

  app.notFound(answerNotFound);
  app.onError((error, c) => answerError(error, c, log));
  return app;
}
