import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDraft } from '#quotes/drafts.ts';
import { sendQuote } from '#quotes/sending.ts';
import { password, type Stage, setStage } from './stage.ts';
import { files, payloads } from './xss-corpus.ts';
import { fillForms, type Taken } from './xss-walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Everything that a page did which it may not. */
const alarms: string[] = [];

/**
 * A browser that obeys no policy of ours, so that whatever gets into a page runs, and that tells of everything that runs,
 * asks, or leaves for another host.
 */
async function openUnguarded(): Promise<BrowserContext> {
  const context = await stage.browser.newContext({ baseURL: stage.url, bypassCSP: true, locale: 'nl-NL' });
  await context.exposeBinding('__xss', ({ page }, which) => {
    alarms.push(`ran ${which} on ${page.url()}`);
  });
  await context.route(
    (url) => url.origin !== stage.url && url.protocol.startsWith('http'),
    (route) => {
      alarms.push(`asked ${route.request().url()}`);
      return route.abort();
    },
  );
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      alarms.push(`asked a question on ${page.url()}`);
      void dialog.dismiss();
    });
  });
  return context;
}

async function enter(email: string): Promise<Page> {
  const page = await (await openUnguarded()).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await page.waitForURL((at) => at.pathname !== '/sign-in');
  return page;
}

/** The kind of page that an address is of: without what names one thing of many. */
const kindOf = (path: string) =>
  path
    .replace(/\?.*$|#.*$/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d{4}-\d{2}(-\d{2})?/g, ':day')
    .replace(/(settings\/mails|imports)\/[^/]+/, '$1/:kind');

/** Walks from page to page, a few of each kind, and fills in all forms on the way. Answers the pages that there are. */
async function fillEverything(page: Page, starts: readonly string[], taken: Taken[], again: string[]) {
  const seen = new Map<string, string[]>();
  const queue = [...starts];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const known = seen.get(kindOf(path)) ?? [];
    if (
      known.length >= 2 ||
      known.includes(path) ||
      /\/(pdf|ubl|csv|file|photo)$|^\/(attachments|live|assets)|\.\w+$/.test(kindOf(path))
    )
      continue;
    seen.set(kindOf(path), [...known, path]);
    const walked = await fillForms(page, path, taken.length * 7, kindOf(path) === '/report' ? 4 : 1);
    taken.push(...walked.taken);
    again.push(...walked.shownAgain);
    queue.push(...walked.links);
  }
  return [...seen.values()].flat();
}

/** What stands in a document and belongs to no page of ours. */
const strangersIn = (page: Page) =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].flatMap((element) => [
      ...[...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
      ...(['href', 'src', 'action', 'formaction', 'data'] as const)
        .map((name) => element.getAttribute(name)?.replaceAll(/[\0-\x20]/g, '') ?? '')
        .filter((value) => /^(javascript|vbscript|data:text\/html)/i.test(value)),
      ...(element.matches(
        'base, object, embed, meta[http-equiv=refresh], script:not([src^="/"]), [id^=xssprobe]',
      )
        ? [element.outerHTML.slice(0, 100)]
        : []),
    ]);
    return found.filter((each) => !each.startsWith('<script type="application/json"'));
  });

async function look(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBeLessThan(500);
  expect(await strangersIn(page), path).toEqual([]);
}

test('the corpus bites where nothing is escaped, and the policy of our pages holds it even there', async () => {
  const bare = await (await openUnguarded()).newPage();
  for (const payload of payloads) await bare.setContent(`<p title="${payload}">${payload}</p>`);
  expect(new Set(alarms).size).toBeGreaterThan(15);
  alarms.length = 0;
  const guarded = await (await stage.open()).newPage();
  await guarded.goto('/sign-in');
  const blocked = await guarded.evaluate(async (payload) => {
    const found: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => found.push(event.effectiveDirective));
    Object.assign(window, { __xss: () => found.push('ran') });
    const script = document.createElement('script');
    script.textContent = '__xss(1)';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', payload);
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
    for (let wait = 0; wait < 100 && new Set(found).size < 5; wait++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return [...new Set(found)].sort();
  }, '<img src=x onerror=__xss(2)><p style="color:red"><img src="https://evil.example/x.png">');
  expect(blocked).toEqual(['frame-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']);
});

test('nothing that is typed, named, uploaded or set ever runs', async () => {
  expect(payloads.length).toBeGreaterThan(50);

  const taken: Taken[] = [];
  const again: string[] = [];
  const mila = await enter('mila@example.test');
  const cora = await enter('cora@example.test');
  const walks: { readonly page: Page; readonly paths: readonly string[] }[] = [];
  // settings first, so that what mails say holds them; then clients report, and the agency answers
  walks.push({
    page: mila,
    paths: await fillEverything(mila, ['/desk/settings', '/desk/people'], taken, again),
  });
  walks.push({ page: cora, paths: await fillEverything(cora, ['/report', '/', '/profile'], taken, again) });
  const { scope } = stage.program;
  const line = { kind: 'hours', quantity: 100, unitCents: 9500, optional: true, vat: 'standard' } as const;
  await sendQuote(
    scope,
    stage.staff.sam,
    await createDraft(scope, stage.staff.sam, {
      organisationId: stage.organisations.bakery,
      title: payloads[20]!,
      lines: payloads.slice(0, 20).map((description) => ({ ...line, description })),
    }),
  );
  walks.push({ page: mila, paths: await fillEverything(mila, ['/desk'], taken, again) });
  walks.push({ page: cora, paths: await fillEverything(cora, ['/'], taken, again) });

  // every field took part of it by a form that was accepted, or is shown again by one that was not
  const accepted = new Set(
    taken
      .filter(({ status }) => status === 200)
      .flatMap(({ action, fields }) => fields.map((each) => `${kindOf(action)} ${each}`)),
  );
  for (const field of [
    '/report subject',
    '/report did',
    '/report files',
    '/tickets/:id/messages body',
    '/desk/people name',
    '/desk/organisations name',
    '/desk/settings/agency name',
    '/desk/settings/matrix urgency_high_nl',
    '/desk/settings/mails/:kind nl.mail.greeting',
    '/desk/settings/tokens name',
    '/desk/organisations/:id/sites name',
    '/desk/tickets/:id/notes files',
    '/desk/tickets/:id/replies body',
    '/desk/tickets/:id/findings causeOutside',
    '/desk/quotes/:id line.0.description',
    '/quotes/:id/questions body',
    '/profile name',
  ])
    expect([...accepted], field).toContain(field);

  const latest = (who: Page) =>
    new Map(
      walks.flatMap(({ page, paths }) => (page === who ? paths.map((path) => [kindOf(path), path]) : [])),
    );
  const all = async (page: Page) => {
    for (const path of latest(page).values()) await look(page, path);
  };
  await Promise.all([all(mila), all(cora)]);
  for (const [page, path] of [
    [mila, `/desk/search?q=${encodeURIComponent(payloads[20]!)}`],
    [mila, `/desk/people?q=${encodeURIComponent(payloads[2]!)}`],
    [cora, `/search?q=${encodeURIComponent(payloads[24]!)}`],
    [cora, `/tickets/${encodeURIComponent(payloads[2]!)}`],
    [cora, `/sign-in/link?next=${encodeURIComponent('javascript:__xss(1)')}`],
  ] as const)
    await look(page, path);

  // what was not taken is shown again, and mails are read where no policy of ours holds
  const mails = await scope.db.selectFrom('mails').select('html').execute();
  expect(mails.length).toBeGreaterThan(10);
  for (const html of [...again, ...mails.map((mail) => mail.html)]) {
    await cora.setContent(html.replaceAll(/<(link|script)[^>]+(href|src)="\/[^>]*>/g, ''));
    expect(await strangersIn(cora)).toEqual([]);
  }
  expect(alarms).toEqual([]);
});

test('files come from a place that runs nothing', async () => {
  const cora = await enter('cora@example.test');
  const { scope } = stage.program;
  const uploads = await scope.db.selectFrom('attachments').select(['id', 'name']).execute();
  expect(new Set(uploads.map(({ name }) => name)).size).toBeGreaterThanOrEqual(files.length);
  await cora.goto('/');
  for (const { id, name } of uploads.slice(0, files.length)) {
    for (const query of ['', '?show']) {
      const path = `/attachments/${id}${query}`;
      const answer = await cora.request.get(path);
      expect(answer.headers()['x-content-type-options'], name).toBe('nosniff');
      expect(answer.headers()['content-security-policy'], name).toContain("default-src 'none'");
      expect(answer.headers()['content-type'], name).toMatch(
        /^(application\/octet-stream|image\/(png|jpeg|gif|webp|avif))$/,
      );
      // as a script of a page of ours, and in a frame of one
      const ran = await cora.evaluate(
        (src) =>
          new Promise<string>((resolve) => {
            const script = document.createElement('script');
            script.onload = () => resolve('ran');
            script.onerror = () => resolve('refused');
            script.src = src;
            document.head.append(script);
          }),
        path,
      );
      expect(ran, name).toBe('refused');
    }
  }
  expect(alarms).toEqual([]);
});
