import { TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import type { Factors } from './factors.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { authTexts } from './texts.ts';
import { Bare } from './views.tsx';

interface Props {
  readonly page: Page;
  readonly factors: Factors;
  /** Where to go once signed in. */
  readonly next: string;
  /** Asks for a recovery code instead of one of the app. */
  readonly recovery: boolean;
  readonly typed: Typed;
  readonly problem?: string | undefined;
}

/** The second step: one code, and the way out for who has lost their telephone. */
export const CodePage = ({ page, factors, next, recovery, typed, problem }: Props) => {
  const say = authTexts(page.language);
  const kind = recovery ? 'recovery' : 'app';
  return (
    <Bare page={page} title={say('code.title')} problem={problem}>
      <Section>
        <p class="mb-4">{say(`code.intro_${kind}`)}</p>
        <form method="post" action={recovery ? '/sign-in/code?with=recovery' : '/sign-in/code'} novalidate>
          <TextField
            name="code"
            label={say(`code.${kind}`)}
            language={page.language}
            typed={typed}
            autocomplete={recovery ? 'off' : 'one-time-code'}
            inputmode={recovery ? 'text' : 'numeric'}
            autofocus
          />
          <button type="submit" class="btn btn-primary w-full sm:w-auto">
            {say('title')}
          </button>
        </form>
      </Section>
      {factors.passkeys.length > 0 && <PasskeyButton page={page} next={next} />}
      {recovery && factors.appSince && (
        <p class="mb-2">
          <a href="/sign-in/code">{say('code.with_app')}</a>
        </p>
      )}
      {!recovery && (
        <p class="mb-2">
          {say('code.lost')} <a href="/sign-in/code?with=recovery">{say('code.with_recovery')}</a>
        </p>
      )}
      <p>
        <a href="/sign-in">{say('link.back')}</a>
      </p>
    </Bare>
  );
};
