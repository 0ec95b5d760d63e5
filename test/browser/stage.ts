import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { hashPassword } from 'better-auth/crypto';
import { pino } from 'pino';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { type FileStore, folderStore } from '#files/store.ts';
import type { Person } from '#lib/actor.ts';
import { packageRoot } from '#lib/root.ts';
import { type Program, startProgram } from '#main.ts';
import { type Cast, seedCast } from '../cast.ts';
import { openTestDatabase } from '../database.ts';
import { freePort, type MailServer, startMailServer } from '../mailbox.ts';

export const password = 'alleen-voor-tests';

/** The whole program with a mail server and a real browser before it. */
export interface Stage extends Cast {
  readonly program: Program;
  /** Where the program keeps its files. */
  readonly files: FileStore;
  readonly url: string;
  readonly post: MailServer;
  readonly browser: Browser;
  /** A fresh browser profile; its pages are 1280 px wide unless told otherwise. */
  open(options?: ViewOptions): Promise<BrowserContext>;
  /** A page in which this person has signed in by password, as people do. */
  signIn(person: Person, options?: ViewOptions): Promise<Page>;
  /** Stops the program, and starts it again on the same port and data after `between`. */
  restart(between?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface ViewOptions {
  readonly width?: number;
  readonly javaScript?: boolean;
  readonly dark?: boolean;
}

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function setStage(): Promise<Stage> {
  const database = await openTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'nazorg-stage-'));
  const [post, port] = [await startMailServer(), await freePort()];
  const url = `http://localhost:${port}`;
  const config = {
    port,
    host: '127.0.0.1',
    baseUrl: url,
    dataDir,
    databaseUrl: database.url,
    databasePrepares: true,
    secret: 'only-for-tests-0123456789-only-for-tests',
    smtpUrl: post.url,
    mailFrom: 'Bureau Voorbeeld <hulp@bureau.test>',
    logLevel: 'silent',
  } as const;
  const start = () => startProgram(config, { log: pino({ level: 'silent' }) });
  let program = await start();
  const cast = await seedCast(program.scope);
  await givePasswords(program);
  const executablePath = process.env.CHROME_PATH || '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const open: Stage['open'] = async ({ width = 1280, javaScript = true, dark = false } = {}) => {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'nl-NL',
      viewport: { width, height: width < 600 ? 780 : 900 },
      javaScriptEnabled: javaScript,
      colorScheme: dark ? 'dark' : 'light',
      timezoneId: 'Europe/Amsterdam',
    });
    if (!javaScript) withoutScripts.add(context);
    return context;
  };
  return {
    ...cast,
    files: await folderStore(join(dataDir, 'files')),
    get program() {
      return program;
    },
    url,
    post,
    browser,
    open,
    async signIn(person, options) {
      const page = await (await open(options)).newPage();
      page.setDefaultTimeout(15_000);
      await page.goto('/sign-in');
      await page
        .getByLabel('E-mailadres')
        .first()
        .fill(`${person.name.split(' ')[0]!.toLowerCase()}@example.test`);
      await page.getByLabel('Wachtwoord').fill(password);
      await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
      await page.waitForURL((at) => at.pathname !== '/sign-in');
      return page;
    },
    async restart(between) {
      await program.stop();
      await between?.();
      program = await start();
    },
    async close() {
      await browser.close();
      await program.stop();
      await post.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function givePasswords({ scope }: Program): Promise<void> {
  const hash = await hashPassword(password);
  const people = await scope.db.selectFrom('people').select('id').execute();
  await scope.db
    .insertInto('auth_accounts')
    .values(
      people.map(({ id }) => ({
        user_id: id,
        account_id: id,
        provider_id: 'credential',
        password: hash,
        created_at: scope.now(),
        updated_at: scope.now(),
      })),
    )
    .execute();
}

const withoutScripts = new WeakSet<BrowserContext>();

/** Holds a page against WCAG 2.2 AA and best practice. Where scripts are off axe cannot run: the pages are the same. */
export async function expectAccessible(page: Page): Promise<void> {
  await takePicture(page);
  if (withoutScripts.has(page.context())) return;
  // in one go: the other mode opens a tab for every page, for the sake of frames that we do not have
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // A mail's preview stays out: no script may run in it, so axe would wait there for ever.
  const { violations } = await axe.exclude('iframe[sandbox=""]').analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, page.url()).toEqual([]);
}

/** Holds a page that was looked at once against what other colours can break. */
export async function expectLegible(page: Page): Promise<void> {
  // a colour on its way to another is neither
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
  await takePicture(page);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<Found> } };
    interface Found {
      readonly violations: readonly { readonly nodes: readonly { readonly html: string }[] }[];
    }
    const options = { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] };
    const { violations } = await axe.run({ exclude: [['iframe[sandbox=""]']] }, options);
    return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
  });
  expect(found, page.url()).toEqual([]);
}

const taken = new Map<string, number>();

/** Keeps every page that a test looks at as a picture, for people to look at: `test-output/pictures`. */
async function takePicture(page: Page): Promise<void> {
  const { pathname, search } = new URL(page.url());
  const place = `${pathname}${search}`.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
  const name = place.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'start';
  const width = page.viewportSize()?.width ?? 0;
  const dark = await page.locator('html').evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const look = `${name.slice(0, 80)}-${width}${dark ? '-dark' : ''}`;
  const nth = (taken.get(look) ?? 0) + 1;
  taken.set(look, nth);
  const path = join(packageRoot, 'test-output', 'pictures', `${look}${nth > 1 ? `-${nth}` : ''}.png`);
  await page.screenshot({ path, fullPage: true });
}

/** Nothing sticks out to the right: one never scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}
