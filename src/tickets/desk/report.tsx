import type { Child } from 'hono/jsx';
import type { Agreement } from '#agreement/agreement.ts';
import {
  FileField,
  Form,
  type KeptFile,
  MendNotice,
  nothingTyped,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  type Typed,
} from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Heading, Notice, Section } from '#ui/parts.tsx';
import { ticketTexts } from '../texts.ts';
import type { Named } from './options.ts';

interface FrameProps {
  readonly page: Page;
  readonly children?: Child;
}

const Frame = ({ page, children }: FrameProps) => {
  const say = ticketTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('desk.report.title')}>
      <Heading title={say('desk.report.title')} />
      <p class="mb-5 text-secondary">{say('desk.report.intro')}</p>
      {children}
    </Layout>
  );
};

/** The first step: for which client. */
export const ChooseClient = ({ page, organisations }: FrameProps & { organisations: readonly Named[] }) => {
  const say = ticketTexts(page.language);
  if (organisations.length === 0)
    return (
      <Frame page={page}>
        <Empty>
          <p>{say('desk.report.no_organisations')}</p>
          <a href="/desk/organisations">{say('desk.report.add_organisation')}</a>
        </Empty>
      </Frame>
    );
  return (
    <Frame page={page}>
      <Section title={say('desk.report.whom')}>
        <form method="get" action="/desk/report">
          <SelectField
            name="organisation"
            label={say('desk.report.organisation')}
            language={page.language}
            typed={nothingTyped}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FormFoot label={say('desk.report.go_on')} />
        </form>
      </Section>
    </Frame>
  );
};

export interface ReportChoices {
  readonly organisation: Named;
  readonly contacts: readonly (Named & { readonly email: string })[];
  readonly sites: readonly (Named & { readonly critical_parts: readonly string[] })[];
  /** The ended ticket that this one goes on from. */
  readonly follows: {
    readonly id: string;
    readonly number: number;
    readonly subject: string;
    readonly reporterId: string;
    readonly siteId: string;
  } | null;
}

interface ReportFormProps {
  readonly page: Page;
  readonly agreement: Agreement;
  readonly choices: ReportChoices;
  readonly once: string;
  readonly typed?: Typed;
  readonly kept?: readonly KeptFile[];
  /** What stands in the way, where it is not a field. */
  readonly problem?: string | undefined;
}

/** The second step: the same questions as in the portal, in the reporter's name. */
export const ReportForm = (props: ReportFormProps) => {
  const { page, choices, once, typed = nothingTyped, kept = [], problem } = props;
  const say = ticketTexts(page.language);
  const { organisation, contacts, sites, follows } = choices;
  const missing = contacts.length === 0 ? 'no_contacts' : sites.length === 0 ? 'no_sites' : null;
  return (
    <Frame page={page}>
      <p class="mb-5">
        <strong>{organisation.name}</strong> · <a href="/desk/report">{say('desk.report.another')}</a>
      </p>
      {problem && (
        <div role="alert">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {missing ? (
        <Empty>
          <p>{say(`desk.report.${missing}`)}</p>
          <a href={`/desk/organisations/${organisation.id}`}>
            {say('desk.report.to_organisation', { name: organisation.name })}
          </a>
        </Empty>
      ) : (
        <Form action="/desk/report" once={once} files>
          <MendNotice typed={typed} language={page.language} />
          <input type="hidden" name="organisation" value={organisation.id} />
          {follows && <input type="hidden" name="followsId" value={follows.id} />}
          {follows && (
            <Notice>
              {say('desk.report.follows', { number: follows.number, subject: follows.subject })}
            </Notice>
          )}
          <Whose {...props} typed={typed} />
          <What {...props} typed={typed} />
          <Section>
            <FileField language={page.language} typed={typed} kept={kept} />
            <FormFoot label={say('desk.report.send')} />
          </Section>
        </Form>
      )}
    </Frame>
  );
};

type PartProps = ReportFormProps & { readonly typed: Typed };

const Whose = ({ page, choices, typed }: PartProps) => {
  const say = ticketTexts(page.language);
  const { contacts, sites, follows } = choices;
  const common = { language: page.language, typed };
  const empty = (count: number) => (count > 1 ? { empty: '' } : {});
  const parts = [...new Set(sites.flatMap((site) => site.critical_parts))];
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
        hint={parts.length > 0 ? say('desk.report.critical', { parts: parts.join(' · ') }) : undefined}
        value={follows?.siteId ?? ''}
        choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
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

const What = ({ page, agreement, typed }: PartProps) => {
  const say = ticketTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <Section>
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
