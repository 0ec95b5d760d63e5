import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '#auth/web.ts';
import type { Person } from '#lib/actor.ts';
import { invitePerson } from '#people/invitations.ts';
import { addTraining } from '#people/trainings.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { addressIn, makeThings, routesOf } from '../things.ts';
import { createWorld } from '../world.ts';
import { expectAccessible, expectLegible, expectNoSidewaysScroll, type Stage, setStage } from './stage.ts';

/** Over the wire on a first visit, fonts apart (design.md). */
const budgets = { portal: 60_000, desk: 100_000 } as const;
const phone = { width: 320, height: 780 };
/** A window of 1280 points at 200 % zoom. */
const zoomed = { width: 640, height: 450 };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

interface Walker {
  readonly page: Page;
  readonly who: string;
  readonly budget: number;
  /** Style, script and accent, which the first page brought. */
  assets: number;
  readonly hosts: Set<string>;
  readonly faults: string[];
}

async function walkerFor(person: Person | null): Promise<Walker> {
  const page = person ? await stage.signIn(person, phone) : await (await stage.open(phone)).newPage();
  const budget = budgets[person?.kind === 'staff' ? 'desk' : 'portal'];
  const walker: Walker = {
    page,
    who: person?.name ?? 'nobody',
    budget,
    assets: 0,
    hosts: new Set(),
    faults: [],
  };
  page.on('request', (request) => walker.hosts.add(new URL(request.url()).host));
  page.on('pageerror', (error) => walker.faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // what is not there is said by the page itself; and this browser's own tools try to run in a frame that forbids it
    if (message.type() === 'error' && !/status of 4|frame is sandboxed/.test(message.text()))
      walker.faults.push(`${page.url()}: ${message.text()}`);
  });
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const fresh = await (await stage.open(phone)).newPage();
  await fresh.goto('/sign-in', { waitUntil: 'networkidle' });
  walker.assets = await fresh.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => !name.includes('.woff2'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0),
  );
  await fresh.context().close();
  return walker;
}

/** Looks at one page: on a phone in the light, then in the dark at twice the size. */
async function look({ page, assets, budget }: Walker, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  const { shift, bytes } = await page.evaluate(() => ({
    shift: (window as unknown as { shift: number }).shift,
    bytes: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).transferSize,
  }));
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  expect(shift, path).toBe(0);
  expect(assets + bytes, path).toBeLessThanOrEqual(budget);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(zoomed);
  await expectNoSidewaysScroll(page);
  await expectLegible(page);
}

async function walk(person: Person | null, paths: readonly string[]): Promise<void> {
  const walker = await walkerFor(person);
  for (const path of paths) await look(walker, path);
  expect(walker.faults, walker.who).toEqual([]);
  expect([...walker.hosts], walker.who).toEqual([new URL(stage.url).host]);
  await walker.page.context().close();
}

test('pages on which there is nothing yet', async () => {
  await walk(stage.contacts.cora, [
    '/',
    '/?view=waiting',
    '/?view=done',
    '/costs',
    '/month',
    '/search?q=niets',
  ]);
  await walk(stage.staff.mila, [
    '/desk',
    '/desk?assignee=me',
    '/desk/quotes',
    '/desk/mail',
    '/desk/month',
    '/desk/money',
    '/desk/absences',
    '/desk/search?q=niets',
  ]);
});

describe('every page there is', () => {
  /** The addresses of pages, by who may come; what answers with anything but a page is left out. */
  let pages: Map<Person | null, string[]>;

  beforeAll(async () => {
    const { cora } = stage.contacts;
    const { mila } = stage.staff;
    const { scope } = stage.program;
    const { shop } = stage.sites;
    const invitation = new URL((await invitePerson(scope, mila, stage.staff.dani.id)).link).pathname;
    const delivery = await addDelivery(scope, mila, shop, { name: 'webshop', on: '2026-01-31' });
    const plan = { kind: 'care_plan', plan: 'Plus', priceCents: 4_500 } as const;
    const contract = await addContract(scope, mila, shop, { ...plan, from: '2024-01-01', to: null });
    await addTraining(scope, mila, stage.contacts.kees.id, { cms: 'WordPress', on: '2026-01-15' });
    const named = await makeThings({ ...stage, scope });
    // an import that is under way has its page fetched again each second, while it is looked at
    await scope.db
      .updateTable('imports')
      .set({ finished_at: scope.now(), done: 1, text: null, taken: 1, known: 0 })
      .set({ refused: JSON.stringify({ head: ['naam'], results: [] }) })
      .execute();
    const world = await createWorld({ cast: false });
    const routes = routesOf(world.app).filter(({ method }) => method === 'GET');
    await world.close();
    const visitors: Record<Access, readonly (Person | null)[]> = {
      anyone: [null],
      person: [cora, mila],
      contact: [cora],
      staff: [mila],
      manager: [mila],
    };
    pages = new Map([null, cora, mila].map((person) => [person, []]));
    for (const [person, paths] of pages) {
      const page = person ? await stage.signIn(person) : await (await stage.open()).newPage();
      for (const { path, access } of routes) {
        if (!visitors[access!].includes(person)) continue;
        const address = addressIn(named, path);
        if (path === '/live') continue;
        const answer = await page.request.get(address, { maxRedirects: 0 });
        const { 'content-type': type, 'content-security-policy': policy } = answer.headers();
        // what stands in a frame of another page is seen there, and runs no script for axe
        const isPage = type?.startsWith('text/html') && answer.status() < 300 && !policy?.includes('sandbox');
        if (isPage && (await answer.text()).includes('<html')) paths.push(address);
      }
      await page.context().close();
    }
    pages.get(null)!.push(invitation, '/dit-bestaat-niet', '/sign-in/link/x', '/invitation/x');
    pages
      .get(cora)!
      .push('/dit-bestaat-niet', `/report?follows=${named['/tickets/:id']}`, '/search?q=bakker');
    pages
      .get(mila)!
      .push(
        '/dit-bestaat-niet',
        '/desk/people?q=roos',
        '/desk/people/new?kind=staff',
        `/desk/people/new?kind=contact&organisation=${stage.organisations.bakery}`,
        `/desk/people/${stage.staff.sam.id}`,
        `/desk/people/${stage.contacts.kees.id}`,
        `/desk/sites/${shop}/deliveries/${delivery}`,
        `/desk/sites/${shop}/contracts/${contract}`,
        `/desk/report?organisation=${stage.organisations.bakery}`,
        '/desk/mail?state=failed',
        '/desk/settings/mails/research_asked',
        '/desk/settings/imports/deliveries',
        '/desk/search?q=bakker',
      );
  });

  test('is many', () => {
    expect([...pages.values()].map(({ length }) => length > 5)).toEqual([true, true, true]);
    expect([...pages.values()].flat().length).toBeGreaterThan(60);
  });

  test('of those who are not signed in', () => walk(null, pages.get(null)!));

  test('of clients', () => walk(stage.contacts.cora, pages.get(stage.contacts.cora)!));

  const settings = (path: string) => path.startsWith('/desk/settings');
  test('of the agency', () =>
    walk(
      stage.staff.mila,
      pages.get(stage.staff.mila)!.filter((path) => !settings(path)),
    ));

  test('of its settings', () => walk(stage.staff.mila, pages.get(stage.staff.mila)!.filter(settings)));
});
