import type { Child } from 'hono/jsx';
import { accentTag } from './accent.ts';
import { asset } from './assets.ts';
import { Menu } from './menu.tsx';
import type { Brand, Page } from './page.ts';
import { SearchField } from './search-field.tsx';
import { uiTexts } from './ui.ts';

type Face = 'portal' | 'desk' | 'bare';

interface LayoutProps {
  readonly page: Page;
  readonly face: Face;
  readonly title: string;
  /** Wider than text wants to be: for the queue and other tables. */
  readonly wide?: boolean;
  /** What was searched for, to stand in the field again. */
  readonly searched?: string | undefined;
  /** What the page shows: it fetches itself again when that changes. Needs a script, and nothing depends on it. */
  readonly live?: Watched;
  readonly children?: Child;
}

/** One ticket by its id, or all that the reader may see. */
type Watched = { readonly ticket: string } | 'tickets';

/** A whole page of one of the two faces; `bare` is for those who are not signed in. */
export const Layout = ({ page, face, title, wide, searched, live, children }: LayoutProps) => {
  const say = uiTexts(page.language);
  return (
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="csp-nonce" content={page.nonce} />
        <meta name="turbo-refresh-method" content="morph" />
        <meta name="turbo-refresh-scroll" content="preserve" />
        <meta name="turbo-prefetch" content="false" />
        {/* a page kept for the way back would hold forms whose once-ids are spent: what is sent then would be lost */}
        <meta name="turbo-cache-control" content="no-cache" />
        <title>{`${title} · ${page.brand.name}`}</title>
        <link rel="icon" href="data:," />
        <link rel="preload" href={asset('font')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={asset('app.css')} />
        <link rel="stylesheet" href={`/accent.css?${accentTag(page.brand.accent)}`} />
        <script type="module" src={asset('app.js')} />
      </head>
      <body class="min-h-dvh bg-base-200 text-base-content antialiased">
        <a
          href="#content"
          class="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:p-3 focus:bg-base-100"
        >
          {say('skip')}
        </a>
        <Header page={page} face={face} searched={searched} />
        <main
          id="content"
          tabindex={-1}
          class={`mx-auto w-full px-4 py-6 outline-none ${wide ? 'max-w-7xl' : face === 'desk' ? 'max-w-5xl' : 'max-w-3xl'}`}
        >
          {live && (
            <live-page
              src={live === 'tickets' ? '/live' : `/live?ticket=${live.ticket}`}
              since={page.now.getTime()}
            />
          )}
          {page.done && (
            <p role="status" data-stays class="alert mb-4 border-success bg-base-100 text-base">
              <span aria-hidden="true" class="text-success">
                ✓
              </span>
              {page.done}
            </p>
          )}
          {children}
        </main>
        {face !== 'desk' && <Footer page={page} />}
      </body>
    </html>
  );
};

/** Below every page for clients: what they may count on. */
const Footer = ({ page }: { page: Page }) => (
  <footer class="mx-auto w-full max-w-3xl px-4 pb-8 print:hidden">
    <a href="/agreement">{uiTexts(page.language)('agreement')}</a>
  </footer>
);

const Header = ({ page, face, searched }: Pick<LayoutProps, 'page' | 'face' | 'searched'>) => {
  const say = uiTexts(page.language);
  const searches = face !== 'bare' && page.person !== null;
  return (
    <header class="border-b border-base-300 bg-base-100 print:hidden">
      <div
        class={`mx-auto flex flex-wrap items-center gap-x-1 gap-y-1 px-4 py-2 sm:gap-x-4 ${face === 'desk' ? 'max-w-7xl' : 'max-w-3xl'}`}
      >
        <a
          href={face === 'desk' ? '/desk' : '/'}
          class={`mr-auto flex items-center gap-2 py-2 font-semibold no-underline ${searches ? 'sm:mr-0' : ''}`}
        >
          <Sign brand={page.brand} />
        </a>
        {searches && <SearchField page={page} searched={searched} />}
        <form method="post" action="/language" class="contents">
          <input type="hidden" name="language" value={page.language === 'nl' ? 'en' : 'nl'} />
          <input type="hidden" name="next" value={page.path} />
          <button
            type="submit"
            class="btn btn-ghost btn-sm max-sm:px-2"
            lang={page.language === 'nl' ? 'en' : 'nl'}
          >
            <span aria-hidden="true" class="sm:hidden">
              {page.language === 'nl' ? 'EN' : 'NL'}
            </span>
            <span class="max-sm:sr-only">{say('nav.language')}</span>
          </button>
        </form>
        {page.person && (
          <form method="post" action="/sign-out" class="contents">
            <button type="submit" class="btn btn-ghost btn-sm max-sm:px-2">
              {say('nav.sign_out')}
            </button>
          </form>
        )}
        <FaceMenu page={page} face={face} />
      </div>
    </header>
  );
};

/** The agency's logo, in a box of its own so that nothing moves when it comes; else its name. */
const Sign = ({ brand: { name, logo } }: { brand: Brand }) =>
  logo ? (
    <img
      src={`/logo/${logo}`}
      alt={name}
      class="h-8 w-32 object-contain object-left dark:rounded-field dark:bg-white dark:p-1"
    />
  ) : (
    <>
      <span class="inline-block size-3 rounded-full bg-primary" aria-hidden="true" />
      {name}
    </>
  );

/** The pages of a face, below the name of the agency. */
const FaceMenu = ({ page, face }: Pick<LayoutProps, 'page' | 'face'>) => {
  const all = links(page, face);
  if (all.length === 0) return null;
  return (
    <Menu
      label={uiTexts(page.language)('menu')}
      links={all.map((link) => ({ ...link, here: isCurrent(page.path, link.href) }))}
      class="order-last -mx-2 w-full"
      linkClass="rounded-field px-2 py-2 whitespace-nowrap no-underline hover:bg-base-200 aria-[current=page]:font-semibold aria-[current=page]:text-primary"
    />
  );
};

/** What is mine of the queue is a page of its own in the menu. */
const myWork = '/desk?assignee=me';

const isCurrent = (path: string, href: string) => {
  if (path === myWork || href === myWork) return path === href;
  const here = path.split('?')[0] ?? '';
  return here === href || (href !== '/' && href !== '/desk' && here.startsWith(`${href}/`));
};

function links(page: Page, face: Face): { href: string; label: string }[] {
  const say = uiTexts(page.language);
  if (!page.person) return [];
  if (face === 'portal' || page.person.kind === 'contact') {
    return [
      { href: '/', label: say('nav.my_tickets') },
      { href: '/report', label: say('nav.report') },
      { href: '/costs', label: say('nav.costs') },
      ...(page.person.kind === 'contact' && page.person.role === 'coordinator'
        ? [{ href: '/month', label: say('nav.month') }]
        : []),
      { href: '/profile', label: say('nav.profile') },
    ];
  }
  const all = [
    { href: '/desk', label: say('nav.queue') },
    { href: myWork, label: say('nav.my_work') },
    { href: '/desk/report', label: say('nav.report_by_phone') },
    { href: '/desk/quotes', label: say('nav.quotes') },
    { href: '/desk/organisations', label: say('nav.organisations') },
    { href: '/desk/people', label: say('nav.people') },
    { href: '/desk/mail', label: say('nav.mail') },
    { href: '/desk/month', label: say('nav.month') },
  ];
  if (page.person.kind === 'staff' && page.person.role === 'manager') {
    all.push({ href: '/desk/money', label: say('nav.money') });
    all.push({ href: '/desk/settings', label: say('nav.settings') });
  }
  return [...all, { href: '/profile', label: say('nav.profile') }];
}
