import { readMailbox } from '#mail/mailbox.ts';
import { Form, MendNotice, RadioField, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { SettingsFrame } from './frame.tsx';
import type { Agency } from './office.ts';
import { settingsTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly agency: Agency;
  readonly seen: number;
  readonly typed: Typed;
}

/** The agency as pages and mails show it. */
export const AgencyPage = ({ page, once, agency, seen, typed }: Props) => {
  const say = settingsTexts(page.language);
  const common = { language: page.language, typed };
  const sender = agency.sender ? readMailbox(agency.sender) : null;
  return (
    <SettingsFrame page={page} room="agency">
      <MendNotice {...common} />
      <Section>
        <Form action="/desk/settings/agency" once={once}>
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
    </SettingsFrame>
  );
};
