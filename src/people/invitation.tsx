import { Bare } from '#auth/views.tsx';
import { MendNotice, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { invitationDays } from './invitations.ts';
import { peopleTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly token: string;
  readonly person: { readonly name: string; readonly email: string; readonly kind: 'staff' | 'contact' };
  readonly typed: Typed;
  /** Whether one can come in without a password later on: by a link, where mails leave the building. */
  readonly links: boolean;
}

/** What an invitation opens: who is invited by whom, and a password to choose. */
export const InvitationPage = ({ page, token, person, typed, links }: Props) => {
  const say = peopleTexts(page.language);
  const action = `/invitation/${encodeURIComponent(token)}`;
  return (
    <Bare page={page} title={say('invitation.title', { name: person.name })}>
      <MendNotice typed={typed} language={page.language} />
      <p class="mb-4">
        {say(`invitation.intro_${person.kind}`, { agency: page.brand.name, email: person.email })}
      </p>
      <Section>
        <form method="post" action={action} novalidate>
          <input type="hidden" autocomplete="username" value={person.email} />
          <TextField
            name="password"
            type="password"
            label={say('invitation.password')}
            hint={say('invitation.password_hint')}
            language={page.language}
            typed={typed}
            autocomplete="new-password"
            autofocus
          />
          <button type="submit" class="btn btn-primary w-full sm:w-auto">
            {say('invitation.accept')}
          </button>
        </form>
      </Section>
      {links && (
        <form method="post" action={action}>
          <p class="mb-2">{say('invitation.or')}</p>
          <button type="submit" name="without" value="password" class="btn">
            {say('invitation.without')}
          </button>
        </form>
      )}
    </Bare>
  );
};

/** What an invitation opens that has been used or is too old. */
export const EndedInvitation = ({ page }: { page: Page }) => {
  const say = peopleTexts(page.language);
  return (
    <Bare page={page} title={say('invitation.ended_title')}>
      <Section>
        <p class="mb-3">{say('invitation.ended', { days: invitationDays })}</p>
        <p class="mb-3">{say('invitation.ended_known')}</p>
        <p class="mb-4">{say('invitation.ended_ask', { agency: page.brand.name })}</p>
        <a class="btn btn-primary" href="/sign-in">
          {say('invitation.sign_in')}
        </a>
      </Section>
    </Bare>
  );
};

/** What a link opens that is no invitation. */
export const UnknownInvitation = ({ page }: { page: Page }) => {
  const say = peopleTexts(page.language);
  return (
    <Bare page={page} title={say('invitation.unknown_title')}>
      <Section>
        <p class="mb-4">{say('invitation.unknown', { agency: page.brand.name })}</p>
        <a class="btn" href="/sign-in">
          {say('invitation.sign_in')}
        </a>
      </Section>
    </Bare>
  );
};
