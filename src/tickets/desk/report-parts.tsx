import type { Agreement } from '#agreement/agreement.ts';
import { ticketKinds } from '#agreement/coverage-rules.ts';
import { RadioField, SelectField, TextArea, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { ticketTexts } from '../texts.ts';
import { PartAdvice, PartField } from '../view/critical-parts.tsx';
import type { ReportChoices } from './report.tsx';

interface PartProps {
  readonly page: Page;
  readonly typed: Typed;
}

/** Who reports, about which site, and how it came in. */
export const Whose = ({ page, choices, typed }: PartProps & { choices: ReportChoices }) => {
  const say = ticketTexts(page.language);
  const { contacts, sites, follows } = choices;
  const common = { language: page.language, typed };
  const empty = (count: number) => (count > 1 ? { empty: uiTexts(page.language)('form.choose') } : {});
  const parts = { page, typed, sites, siteId: typed.values.siteId ?? follows?.siteId };
  return (
    <Section>
      <SelectField
        {...common}
        {...empty(contacts.length)}
        name="reporterId"
        label={say('desk.report.reporter')}
        value={follows?.reporterId ?? ''}
        choices={contacts.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
      />
      <SelectField
        {...common}
        {...empty(sites.length)}
        name="siteId"
        label={say('desk.report.site')}
        value={follows?.siteId ?? ''}
        choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PartField {...parts} />
      <RadioField
        {...common}
        name="channel"
        label={say('desk.report.channel')}
        value="phone"
        choices={(['phone', 'desk'] as const).map((value) => ({ value, label: say(`desk.report.${value}`) }))}
      />
    </Section>
  );
};

/** What is the matter, in the questions of the portal, and how heavy it weighs by the agreement's own words. */
export const What = (props: PartProps & { agreement: Agreement; choices: ReportChoices }) => {
  const { page, agreement, choices, typed } = props;
  const siteId = typed.values.siteId ?? choices.follows?.siteId;
  const say = ticketTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <Section>
      <SelectField
        {...common}
        name="kind"
        label={say('costs.kind')}
        value="defect"
        choices={ticketKinds.map((value) => ({ value, label: say(`costs.short.${value}`) }))}
      />
      <TextField
        {...common}
        name="subject"
        label={say('desk.report.subject')}
        hint={say('desk.report.subject_hint')}
        autocomplete="off"
      />
      <TextArea {...common} name="did" label={say('desk.report.did')} />
      <TextArea {...common} name="happened" label={say('desk.report.happened')} />
      <TextArea {...common} name="expected" label={say('desk.report.expected')} optional />
      <PartAdvice
        {...{ page, typed, siteId }}
        sites={choices.sites}
        action="/desk/report#advice"
        whose="theirs"
      />
      <RadioField
        {...common}
        name="urgency"
        label={say('desk.report.urgency')}
        choices={(['high', 'medium', 'low'] as const).map((value) => ({
          value,
          label: say(`urgency.${value}`),
          hint: agreement.urgencies[value][page.language],
        }))}
      />
      <RadioField
        {...common}
        name="impact"
        label={say('desk.report.impact')}
        choices={(['large', 'medium', 'small'] as const).map((value) => ({
          value,
          label: say(`impact.${value}`),
          hint: agreement.impacts[value][page.language],
        }))}
      />
    </Section>
  );
};
