import type { Child } from 'hono/jsx';
import type { Agreement } from '#agreement/agreement.ts';
import {
  EnterSends,
  FileField,
  Form,
  type KeptFile,
  MendNotice,
  nothingTyped,
  SelectField,
  type Typed,
} from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Heading, Notice, Section } from '#ui/parts.tsx';
import { ticketTexts } from '../texts.ts';
import type { Named } from './options.ts';
import { What, Whose } from './report-parts.tsx';

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
          <EnterSends />
          <MendNotice typed={typed} language={page.language} />
          <input type="hidden" name="organisation" value={organisation.id} />
          {follows && <input type="hidden" name="followsId" value={follows.id} />}
          {follows && (
            <Notice>
              {say('desk.report.follows', { number: follows.number, subject: follows.subject })}
            </Notice>
          )}
          <Whose page={page} choices={choices} typed={typed} />
          <What page={page} agreement={props.agreement} choices={choices} typed={typed} />
          <Section>
            <FileField language={page.language} typed={typed} kept={kept} />
            <FormFoot label={say('desk.report.send')} />
          </Section>
        </Form>
      )}
    </Frame>
  );
};
