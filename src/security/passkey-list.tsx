import { nothingTyped, TextField } from '#ui/form.tsx';
import { FormFoot, Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import type { SecurityProps } from './overview.tsx';
import { Present } from './present.tsx';
import { securityTexts } from './texts.ts';

/** The passkeys that somebody has, and a form for a new one where the browser knows them. */
export const Passkeys = (props: SecurityProps) => {
  const { page, self, factors, typed } = props;
  const say = securityTexts(page.language);
  const adding = typed.passkey ?? nothingTyped;
  return (
    <Section title={say('passkeys.title')}>
      <p class="mb-4">{say('passkeys.intro')}</p>
      {factors.passkeys.length > 0 && (
        <ul class="mb-5 divide-y divide-base-300">
          {factors.passkeys.map((each) => (
            <Passkey {...props} passkey={each} />
          ))}
        </ul>
      )}
      <passkey-form act="create" options="/profile/security/passkeys/options" failed={say('passkeys.failed')}>
        <p data-without class="hidden noscript:block">
          {say('passkeys.no_script')}
        </p>
        <form
          method="post"
          action="/profile/security/passkeys"
          data-turbo="false"
          novalidate
          class="noscript:hidden"
        >
          <input type="hidden" name="credential" value="" />
          <TextField
            name="name"
            id="passkey-name"
            label={say('passkeys.name')}
            hint={say('passkeys.name_hint')}
            language={page.language}
            typed={adding}
          />
          <Present page={page} self={self} typed={adding} id="passkey-present" />
          <FormFoot label={say('passkeys.add')} look={factors.appSince ? 'primary' : 'plain'} />
          <p role="status" class="mt-2 text-error" />
        </form>
      </passkey-form>
    </Section>
  );
};

type One = SecurityProps & { readonly passkey: SecurityProps['factors']['passkeys'][number] };

const Passkey = ({ page, self, typed, newId, passkey }: One) => {
  const say = securityTexts(page.language);
  const { id, name, at, usedAt } = passkey;
  const changed = typed[id] ?? nothingTyped;
  const root = `/profile/security/passkeys/${id}`;
  return (
    <li class="py-3">
      <span class="font-medium">{name}</span>
      <span class="block text-secondary">
        {say('passkeys.added_at', { day: sayDay(at, page) })}
        {' · '}
        {usedAt ? say('passkeys.used', { day: sayDay(usedAt, page) }) : say('passkeys.unused')}
      </span>
      <details class="mt-2" open={Object.keys(changed.errors).length > 0}>
        <summary class="cursor-pointer">
          {say('passkeys.change')}
          <span class="sr-only"> {name}</span>
        </summary>
        <form method="post" action={root} class="mt-3" novalidate>
          <input type="hidden" name="once" value={newId()} />
          <TextField
            name="name"
            id={`name-${id}`}
            label={say('passkeys.rename')}
            language={page.language}
            typed={changed}
            value={name}
          />
          <FormFoot label={uiTexts(page.language)('form.save')} />
        </form>
        <form method="post" action={`${root}/removal`} class="mt-5" novalidate>
          <Present page={page} self={self} typed={changed} id={`present-${id}`} />
          <button type="submit" class="btn btn-outline btn-error">
            {say('passkeys.remove')}
          </button>
        </form>
      </details>
    </li>
  );
};
