import type { Child } from 'hono/jsx';
import { nothingTyped, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Notice, Section } from '#ui/parts.tsx';
import { linkMinutes } from './auth.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { authTexts } from './texts.ts';

interface Shown {
  readonly page: Page;
  /** Where to go once signed in. */
  readonly next: string;
  readonly typed?: Typed;
  /** What went wrong as a whole. */
  readonly problem?: string | undefined;
}

interface Frame {
  readonly page: Page;
  readonly title: string;
  readonly problem?: string | undefined;
  readonly children?: Child;
}

/** A page for whoever is not signed in: a title, perhaps what went wrong, and one thing to do. */
export const Bare = ({ page, title, problem, children }: Frame) => (
  <Layout page={page} face="bare" title={title}>
    <h1 class="mb-5 text-2xl font-semibold">{title}</h1>
    {problem && (
      <div role="alert">
        <Notice kind="error">{problem}</Notice>
      </div>
    )}
    {children}
  </Layout>
);

const withNext = (path: string, next: string) =>
  next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;

const EmailField = ({ page, typed = nothingTyped, label }: { page: Page; typed?: Typed; label: string }) => (
  <TextField
    name="email"
    type="email"
    label={label}
    language={page.language}
    typed={typed}
    autocomplete="username"
    inputmode="email"
    autofocus
  />
);

/** Sign-in by password, with the way to a link where mails leave the building. */
export const SignIn = ({ page, next, typed = nothingTyped, problem, links }: Shown & { links: boolean }) => {
  const say = authTexts(page.language);
  return (
    <Bare page={page} title={say('title')} problem={problem}>
      <Section>
        <form method="post" action="/sign-in" novalidate>
          <input type="hidden" name="next" value={next} />
          <EmailField page={page} typed={typed} label={say('email')} />
          <TextField
            name="password"
            type="password"
            label={say('password')}
            language={page.language}
            typed={typed}
            autocomplete="current-password"
          />
          <button type="submit" class="btn btn-primary w-full sm:w-auto">
            {say('title')}
          </button>
        </form>
      </Section>
      <PasskeyButton page={page} next={next} />
      {links && (
        <p>
          {say('by_link_hint')} <a href={withNext('/sign-in/link', next)}>{say('by_link')}</a>
        </p>
      )}
    </Bare>
  );
};

/** What stands at sign-in until the set-up link has been used. */
export const NotSetUp = ({ page }: { page: Page }) => {
  const say = authTexts(page.language);
  return (
    <Bare page={page} title={say('not_set_up_title')}>
      <Section>
        <p class="mb-3">{say('not_set_up')}</p>
        <p>{say('not_set_up_again')}</p>
      </Section>
    </Bare>
  );
};

/** Asks for the address to mail a link to. */
export const AskLink = ({
  page,
  next,
  typed = nothingTyped,
  problem,
  delivers,
}: Shown & { delivers: boolean }) => {
  const say = authTexts(page.language);
  return (
    <Bare page={page} title={say('link.title')} problem={problem}>
      {!delivers && <Notice kind="warning">{say('link.no_mail', { agency: page.brand.name })}</Notice>}
      <Section>
        <p class="mb-4">{say('link.intro')}</p>
        <form method="post" action="/sign-in/link" novalidate>
          <input type="hidden" name="next" value={next} />
          <EmailField page={page} typed={typed} label={say('email')} />
          <button type="submit" class="btn btn-primary w-full sm:w-auto">
            {say('link.send')}
          </button>
        </form>
      </Section>
      <p>
        <a href={withNext('/sign-in', next)}>{say('link.back')}</a>
      </p>
    </Bare>
  );
};

/** The one answer to whoever asked for a link, known or not. */
export const LinkSent = ({ page, next }: Shown) => {
  const say = authTexts(page.language);
  return (
    <Bare page={page} title={say('link.sent_title')}>
      <Section>
        <p class="mb-3">{say('link.sent', { minutes: linkMinutes })}</p>
        <p>{say('link.sent_none')}</p>
      </Section>
      <p>
        <a href={withNext('/sign-in/link', next)}>{say('link.again')}</a>
      </p>
    </Bare>
  );
};

/** What a link opens: a button, since scanners of mail fetch every link and must not spend it. */
export const OpenLink = ({ page, next, token }: Shown & { token: string }) => {
  const say = authTexts(page.language);
  return (
    <Bare page={page} title={say('link.open_title', { agency: page.brand.name })}>
      <Section>
        <p class="mb-4">{say('link.open')}</p>
        <form method="post" action={`/sign-in/link/${encodeURIComponent(token)}`}>
          <input type="hidden" name="next" value={next} />
          <button type="submit" class="btn btn-primary w-full sm:w-auto">
            {say('link.button')}
          </button>
        </form>
      </Section>
    </Bare>
  );
};

/** What a link opens that has been used or is too old. */
export const SpentLink = ({ page, next }: Shown) => {
  const say = authTexts(page.language);
  return (
    <Bare page={page} title={say('link.spent_title')}>
      <Section>
        <p class="mb-4">{say('link.spent', { minutes: linkMinutes })}</p>
        <a class="btn btn-primary w-full sm:w-auto" href={withNext('/sign-in/link', next)}>
          {say('link.again')}
        </a>
      </Section>
    </Bare>
  );
};
