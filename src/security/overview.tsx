import type { Factors } from '#auth/factors.ts';
import { MendNotice, nothingTyped, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, FormFoot, Notice, Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import { Passkeys } from './passkey-list.tsx';
import { Present } from './present.tsx';
import type { SessionShown } from './queries.ts';
import { Sessions } from './session-list.tsx';
import { securityTexts } from './texts.ts';

export interface SecurityProps {
  readonly page: Page;
  readonly self: { readonly email: string; readonly hasPassword: boolean };
  readonly factors: Factors;
  readonly sessions: readonly SessionShown[];
  /** The session of this page. */
  readonly here: string;
  /** Whether nothing else can be done until there is a second factor. */
  readonly held: boolean;
  readonly requiredFrom: Date | null;
  readonly newId: () => string;
  /** What was typed in one of the forms, by its name; of a passkey's by its id. */
  readonly typed: Readonly<Record<string, Typed>>;
}

/** How somebody signs in, and where they are signed in. */
export const SecurityPage = (props: SecurityProps) => {
  const { page, factors, held, requiredFrom, typed } = props;
  const say = securityTexts(page.language);
  const staff = page.person?.kind === 'staff';
  const has = factors.appSince !== null || factors.passkeys.length > 0;
  const agency = page.brand.name;
  return (
    <Layout page={page} face={staff ? 'desk' : 'portal'} title={say('title')}>
      <h1 class="mb-2 text-2xl font-semibold">{say('title')}</h1>
      <p class="mb-5">
        {say('intro')} {!held && <a href="/profile">{say('back')}</a>}
      </p>
      {held && <Notice kind="warning">{say('required', { agency })}</Notice>}
      {staff && !held && !has && requiredFrom && (
        <Notice kind="info">{say('required_from', { agency, day: sayDay(requiredFrom, page) })}</Notice>
      )}
      <MendNotice
        language={page.language}
        typed={{ values: {}, errors: Object.assign({}, ...Object.values(typed).map(({ errors }) => errors)) }}
      />
      <App {...props} />
      {has && <Codes {...props} />}
      <Passkeys {...props} />
      <Sessions {...props} />
    </Layout>
  );
};

const App = ({ page, self, factors, newId, typed }: SecurityProps) => {
  const say = securityTexts(page.language);
  const off = typed.off ?? nothingTyped;
  if (!factors.appSince)
    return (
      <Section title={say('app.title')}>
        <p class="mb-4">{say('app.intro')}</p>
        <Act
          action="/profile/security/app"
          once={newId()}
          label={say('app.set_up')}
          look={factors.passkeys.length > 0 ? 'plain' : 'primary'}
        />
      </Section>
    );
  return (
    <Section title={say('app.title')}>
      <p>{say('app.on', { day: sayDay(factors.appSince, page) })}</p>
      <details class="mt-3" open={Object.keys(off.errors).length > 0}>
        <summary class="cursor-pointer font-medium">{say('app.off_title')}</summary>
        <p class="my-3">{say('app.off_hint')}</p>
        <form method="post" action="/profile/security/app/removal" novalidate>
          <Present page={page} self={self} typed={off} id="off-present" />
          <TextField
            name="code"
            label={say('app.any_code')}
            language={page.language}
            typed={off}
            autocomplete="one-time-code"
          />
          <FormFoot label={say('app.off')} />
        </form>
      </details>
    </Section>
  );
};

const Codes = ({ page, self, factors, typed }: SecurityProps) => {
  const say = securityTexts(page.language);
  const { codesLeft } = factors;
  const tried = typed.codes ?? nothingTyped;
  return (
    <Section title={say('codes.title')}>
      {codesLeft === 0 ? (
        <Notice kind="warning">{say('codes.none')}</Notice>
      ) : (
        <p>{say('codes.left', { count: codesLeft })}</p>
      )}
      <details class="mt-3" open={codesLeft === 0 || Object.keys(tried.errors).length > 0}>
        <summary class="cursor-pointer font-medium">{say('codes.renew')}</summary>
        <p class="my-3">{say('codes.renew_hint')}</p>
        <form method="post" action="/profile/security/recovery-codes" data-turbo="false" novalidate>
          <Present page={page} self={self} typed={tried} id="codes-present" />
          <FormFoot label={say('codes.renew')} />
        </form>
      </details>
    </Section>
  );
};
