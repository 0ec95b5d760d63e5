import { Bare } from '#auth/views.tsx';
import { TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, FormFoot, Notice, Section } from '#ui/parts.tsx';
import { sayFully, sayMoment } from '#ui/time.tsx';
import type { PersonShown } from './queries.ts';
import { peopleTexts } from './texts.ts';

export interface AddressProps {
  readonly page: Page;
  readonly person: PersonShown;
  /** What waits for its link to be opened. */
  readonly waiting: { readonly email: string; readonly at: Date; readonly until: Date } | undefined;
  /** What they show besides the password. */
  readonly code: 'code' | 'recovery_code' | null;
  /** Whether mails leave the building: without them no link arrives. */
  readonly delivers: boolean;
  readonly once: string;
  readonly typed: Typed;
}

/** The own address, on the profile: what it is, what waits, and how to change it. */
export const OwnAddress = ({ page, person, waiting, code, delivers, once, typed }: AddressProps) => {
  const say = peopleTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <Section title={say('field.email')} id="address">
      <p>{say('address.now', { email: person.email })}</p>
      {!delivers && (
        <p class="mt-2 text-sm text-secondary">{say('address.ask_manager', { agency: page.brand.name })}</p>
      )}
      {waiting && (
        <div class="mt-4">
          <Notice>
            <p class="mb-3 wrap-anywhere">
              {say('address.waiting', {
                day: sayMoment(waiting.at, page),
                address: waiting.email,
                until: sayFully(waiting.until, page),
              })}
            </p>
            <Act action="/profile/address/removal" once={once} label={say('address.withdraw')} />
          </Notice>
        </div>
      )}
      {delivers && (
        <details class="mt-3" open={Object.keys(typed.errors).length > 0}>
          <summary class="cursor-pointer font-medium">{say('address.change')}</summary>
          <p class="my-3">{say('address.how')}</p>
          <form method="post" action="/profile/address" novalidate>
            <TextField
              {...common}
              name="email"
              type="email"
              inputmode="email"
              label={say('address.new')}
              autocomplete="email"
            />
            {person.hasPassword && (
              <TextField
                {...common}
                name="present"
                id="address-present"
                type="password"
                label={say('address.password')}
                autocomplete="current-password"
              />
            )}
            {code && (
              <TextField
                {...common}
                name="code"
                label={say(`address.${code}`)}
                autocomplete="one-time-code"
              />
            )}
            <FormFoot label={say('address.send')} look="plain" />
          </form>
        </details>
      )}
    </Section>
  );
};

/** What a link to a new address opens: opening alone changes nothing. */
export const ConfirmAddress = ({ page, token, address }: { page: Page; token: string; address: string }) => {
  const say = peopleTexts(page.language);
  return (
    <Own page={page} title={say('address.confirm_title')}>
      <p class="mb-4 wrap-anywhere">{say('address.confirm', { address })}</p>
      <form method="post" action={`/profile/address/${encodeURIComponent(token)}`}>
        <FormFoot
          label={say('address.confirm_do')}
          back={{ href: '/profile', label: say('address.to_profile') }}
        />
      </form>
    </Own>
  );
};

/** What it opens when it has been used, is too old, or another took its place. */
export const EndedAddress = ({ page }: { page: Page }) => {
  const say = peopleTexts(page.language);
  return (
    <Own page={page} title={say('address.ended_title')}>
      <p class="mb-4">{say('address.ended')}</p>
      <ToProfile page={page} />
    </Own>
  );
};

/** What it opens when somebody else got the address meanwhile. */
export const TakenAddress = ({ page, address }: { page: Page; address: string }) => {
  const say = peopleTexts(page.language);
  return (
    <Own page={page} title={say('address.taken_title')}>
      <p class="mb-4 wrap-anywhere">{say('address.taken', { address })}</p>
      <ToProfile page={page} />
    </Own>
  );
};

const ToProfile = ({ page }: { page: Page }) => (
  <a class="btn btn-primary" href="/profile">
    {peopleTexts(page.language)('address.to_profile')}
  </a>
);

const Own = ({ page, title, children }: { page: Page; title: string; children?: unknown }) => (
  <Layout page={page} face={page.person?.kind === 'staff' ? 'desk' : 'portal'} title={title}>
    <h1 class="mb-5 text-2xl font-semibold">{title}</h1>
    <Section>{children as string}</Section>
  </Layout>
);

/** What the link in the mail to the old address opens: what stopping does, and the button. */
export const StopAddress = ({ page, token, email }: { page: Page; token: string; email: string }) => {
  const say = peopleTexts(page.language);
  return (
    <Bare page={page} title={say('address.stop_title')}>
      <Section>
        <p class="mb-3">{say('address.stop')}</p>
        <p class="mb-4 wrap-anywhere">{say('address.stop_effect', { email })}</p>
        {/* what was done is said in the answer itself: Turbo would ask for a redirect */}
        <form method="post" action={`/address/${encodeURIComponent(token)}/stop`} data-turbo="false">
          <button type="submit" class="btn btn-primary">
            {say('address.stop_do')}
          </button>
        </form>
      </Section>
    </Bare>
  );
};

/** What was done, and how to come in again. */
export const Stopped = ({ page, email, taken }: { page: Page; email: string; taken: boolean }) => {
  const say = peopleTexts(page.language);
  return (
    <Bare page={page} title={say('address.stopped_title')}>
      <Section>
        <p class="mb-4 wrap-anywhere">
          {taken ? say('address.stop_taken', { agency: page.brand.name }) : say('address.stopped', { email })}
        </p>
        {!taken && (
          <a class="btn btn-primary" href="/sign-in/link">
            {say('address.stopped_link')}
          </a>
        )}
      </Section>
    </Bare>
  );
};

/** What it opens when there is nothing left to stop. */
export const EndedStop = ({ page }: { page: Page }) => {
  const say = peopleTexts(page.language);
  return (
    <Bare page={page} title={say('address.ended_title')}>
      <Section>
        <p>{say('address.stop_ended', { agency: page.brand.name })}</p>
      </Section>
    </Bare>
  );
};
