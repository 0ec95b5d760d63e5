import { readMailbox } from '#mail/mailbox.ts';
import { describedBy, ErrorLine, Label } from '#ui/field.tsx';
import { Form, MendNotice, RadioField, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { SettingsFrame } from './frame.tsx';
import { logoKinds } from './logo.ts';
import type { Agency } from './office.ts';
import { settingsTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  /** A new id for each form on the page. */
  readonly newId: () => string;
  readonly agency: Agency;
  readonly seen: number;
  readonly typed: Typed;
}

/** The agency as pages and mails show it. */
export const AgencyPage = ({ page, newId, agency, seen, typed }: Props) => {
  const say = settingsTexts(page.language);
  const common = { language: page.language, typed };
  const sender = agency.sender ? readMailbox(agency.sender) : null;
  return (
    <SettingsFrame page={page} room="agency">
      <MendNotice {...common} />
      <Section>
        <Form action="/desk/settings/agency" once={newId()}>
          <input type="hidden" name="seen" value={String(seen)} />
          <TextField
            {...common}
            name="name"
            label={say('agency.name')}
            hint={say('agency.name_hint')}
            value={agency.name}
          />
          <TextField
            {...common}
            name="accent"
            type="color"
            label={say('agency.accent')}
            hint={say('agency.accent_hint')}
            value={agency.accent}
          />
          <p class="mb-5">
            <span class="btn btn-primary pointer-events-none">{say('agency.accent_sample')}</span>
          </p>
          <RadioField
            {...common}
            name="language"
            label={say('agency.language')}
            value={agency.language}
            choices={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
          />
          <TextField
            {...common}
            name="sender_name"
            label={say('agency.sender_name')}
            hint={say('agency.sender_name_hint')}
            value={sender?.name ?? ''}
            optional
          />
          <TextField
            {...common}
            name="sender_address"
            type="email"
            inputmode="email"
            label={say('agency.sender_address')}
            hint={say('agency.sender_address_hint')}
            value={sender?.address ?? ''}
            optional
          />
          <FormFoot label={uiTexts(page.language)('form.save')} />
        </Form>
      </Section>
      <Logo page={page} newId={newId} agency={agency} typed={typed} />
    </SettingsFrame>
  );
};

/** The picture in place of the name above every page. */
const Logo = ({ page, newId, agency, typed }: Omit<Props, 'seen'>) => {
  const { language } = page;
  const say = settingsTexts(language);
  const error = typed.errors.logo;
  return (
    <Section title={say('agency.logo')}>
      {agency.logo ? (
        <img
          src={`/logo/${agency.logo}`}
          alt={say('agency.logo_now')}
          class="mb-4 h-16 w-64 rounded-field border border-base-300 bg-white object-contain object-left p-2"
        />
      ) : (
        <p class="mb-4">{say('agency.logo_none')}</p>
      )}
      <Form action="/desk/settings/agency/logo" once={newId()} files>
        <Label
          name="logo"
          label={say('agency.logo_file')}
          hint={say('agency.logo_hint')}
          language={language}
          typed={typed}
        />
        <input
          id="logo"
          type="file"
          name="logo"
          accept={logoKinds.join(',')}
          class="file-input mt-1 w-full"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy('logo', true, error)}
        />
        <ErrorLine name="logo" error={error} language={language} />
        <div class="mt-5 flex flex-wrap gap-3">
          <button type="submit" class="btn">
            {say('agency.logo_save')}
          </button>
          {agency.logo && (
            <button type="submit" name="do" value="remove" class="btn">
              {say('agency.logo_remove')}
            </button>
          )}
        </div>
      </Form>
    </Section>
  );
};
