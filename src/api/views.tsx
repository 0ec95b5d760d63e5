import { SettingsFrame } from '#settings/frame.tsx';
import { Form, fieldError, MendNotice, RadioField, TextField, Tick, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Empty, FormFoot, Section } from '#ui/parts.tsx';
import { sayDay, sayMoment } from '#ui/time.tsx';
import { isValid, type TokenRow } from './queries.ts';
import { expiries } from './schema.ts';
import { scopeNames, scopesFor, tokenRoles } from './scopes.ts';
import { apiTexts } from './texts.ts';

const root = '/desk/settings/tokens';

interface Props {
  readonly page: Page;
  readonly newId: () => string;
  readonly tokens: readonly TokenRow[];
  readonly typed: Typed;
  /** The permissions that were ticked; null before anybody ticked. */
  readonly ticked: readonly string[] | null;
}

/** The tokens that there are and were, and the form for a new one. */
export const TokensPage = ({ page, newId, tokens, typed, ticked }: Props) => {
  const say = apiTexts(page.language);
  return (
    <SettingsFrame page={page} room="tokens">
      <p class="mb-2">{say('intro')}</p>
      <p class="mb-4">
        <a class="underline" href="/api/v1/">
          {say('reference')}
        </a>
      </p>
      {tokens.length === 0 ? (
        <Empty>{say('none')}</Empty>
      ) : (
        <ul
          aria-label={say('list')}
          class="mb-6 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100"
        >
          {tokens.map((token) => (
            <TokenLine page={page} token={token} once={newId()} />
          ))}
        </ul>
      )}
      <div class="mt-6" data-turbo="false">
        <NewToken page={page} once={newId()} typed={typed} ticked={ticked} />
      </div>
    </SettingsFrame>
  );
};

const TokenLine = ({ page, token, once }: { page: Page; token: TokenRow; once: string }) => {
  const say = apiTexts(page.language);
  const { name, hint, role, createdBy, lastUsedAt, expiresAt, revokedAt, scopes } = token;
  const works = isValid(token, page.now);
  const facts = [
    say('begins', { hint: `${hint}…` }),
    say('role', { role: say(`roles.${role}`) }),
    createdBy ? say('created_by', { name: createdBy }) : say('created_console'),
    lastUsedAt ? say('last_used', { moment: sayMoment(lastUsedAt, page) }) : say('never_used'),
    ...(works ? [expiresAt ? say('expires', { day: sayDay(expiresAt, page) }) : say('expires_never')] : []),
  ];
  return (
    <li class="flex flex-wrap items-start gap-3 px-4 py-3">
      <div class="min-w-60 flex-1">
        <span class="font-medium">{name}</span>
        {!works && (
          <span class="badge badge-outline badge-sm ml-2">{revokedAt ? say('revoked') : say('expired')}</span>
        )}
        <span class="block text-sm text-secondary">{facts.join(' · ')}</span>
        <span class="block text-sm text-secondary">{scopes.join(', ')}</span>
      </div>
      {works && (
        <Act
          action={`${root}/${token.id}/revocation`}
          once={once}
          label={say('revoke')}
          about={name}
          look="danger"
        />
      )}
    </li>
  );
};

const NewToken = ({ page, once, typed, ticked }: Omit<Props, 'newId' | 'tokens'> & { once: string }) => {
  const say = apiTexts(page.language);
  const common = { language: page.language, typed };
  const suggested = scopesFor('supporter').filter((scope) => scope !== 'tickets:act-for');
  return (
    <Section title={say('new')}>
      <MendNotice typed={typed} language={page.language} />
      <Form action={root} once={once}>
        <TextField {...common} name="name" label={say('name')} hint={say('name_hint')} autocomplete="off" />
        <RadioField
          {...common}
          name="role"
          label={say('role_label')}
          value="supporter"
          choices={tokenRoles.map((role) => ({
            value: role,
            label: say(`roles.${role}`),
            hint: say(`role_hints.${role}`),
          }))}
        />
        <fieldset class="mb-5">
          <legend class="font-medium">{say('scopes')}</legend>
          {scopeNames.map((scope) => (
            <Tick
              name="scopes"
              value={scope}
              label={scope}
              hint={say(`scope.${scope.replace(':', '_') as 'tickets_read'}`)}
              checked={(ticked ?? suggested).includes(scope)}
            />
          ))}
          {typed.errors.scopes && (
            <p class="mt-1 font-medium text-error">
              <span aria-hidden="true">▲ </span>
              {fieldError(typed.errors.scopes, page.language)}
            </p>
          )}
        </fieldset>
        <RadioField
          {...common}
          name="expiry"
          label={say('expiry')}
          value="365"
          choices={expiries.map((expiry) => ({ value: expiry, label: say(`expiry_choice.${expiry}`) }))}
        />
        <TextField
          {...common}
          name="rate"
          label={say('rate')}
          hint={say('rate_hint')}
          inputmode="numeric"
          optional
        />
        <FormFoot label={say('make')} />
      </Form>
    </Section>
  );
};

interface MadeProps {
  readonly page: Page;
  readonly name: string;
  readonly token: string;
  readonly baseUrl: string;
}

/** The one page that ever shows a token. */
export const MadePage = ({ page, name, token, baseUrl }: MadeProps) => {
  const say = apiTexts(page.language);
  return (
    <SettingsFrame page={page} room="tokens">
      <Section title={say('made_title')}>
        <p role="status" class="mb-4">
          {say('made')}
        </p>
        <label for="token" class="block font-medium">
          {say('made_label', { name })}
        </label>
        <input
          id="token"
          class="input mt-1 mb-4 w-full font-mono"
          readonly
          value={token}
          autocomplete="off"
        />
        <p class="mb-1">{say('made_try')}</p>
        <pre class="mb-4 whitespace-pre-wrap break-all rounded-box bg-base-200 p-3 text-sm">
          {`curl -H "Authorization: Bearer ${token}" ${baseUrl}/api/v1/tickets`}
        </pre>
        <a class="btn btn-primary" href={root}>
          {say('made_back')}
        </a>
      </Section>
    </SettingsFrame>
  );
};
