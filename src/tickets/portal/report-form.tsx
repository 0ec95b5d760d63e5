import type { Agreement } from '#agreement/agreement.ts';
import type { Draft } from '#drafts/drafts.ts';
import { DiscardForm, DraftKeeper } from '#drafts/keeper.tsx';
import {
  EnterSends,
  FileField,
  Form,
  type KeptFile,
  MendNotice,
  nothingTyped,
  TextArea,
  type Typed,
} from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading, Notice, Section } from '#ui/parts.tsx';
import type { TicketRow } from '../queries.ts';
import { ticketTexts } from '../texts.ts';
import { PartField } from '../view/critical-parts.tsx';
import { Preview, PreviewButton } from '../view/preview.tsx';
import type { Outlook } from './outlook.tsx';
import type { ReportSite } from './queries.ts';
import { KindField, Panel, partsOf, SiteField, SubjectField, Weighing } from './report-fields.tsx';

export interface ReportProps {
  readonly page: Page;
  readonly once: string;
  readonly sites: readonly ReportSite[];
  readonly agreement: Agreement;
  readonly outlook: Outlook | null;
  /** What it would cost, in one sentence. */
  readonly cost: string | null;
  /** The panel was asked for by its button. */
  readonly previewed?: boolean;
  /** The texts are to be shown as they will be read. */
  readonly read?: boolean;
  /** The ended ticket that this one follows. */
  readonly follows: TicketRow | null;
  /** What was put back into the form. */
  readonly draft: Draft | undefined;
  readonly typed?: Typed;
  readonly kept?: readonly KeptFile[];
}

/** The page on which a contact reports something. */
export const Report = (props: ReportProps) => {
  const { page, sites, follows, typed = nothingTyped } = props;
  const say = ticketTexts(page.language);
  return (
    <Layout page={page} face="portal" title={say('portal.report.title')}>
      <Heading title={say('portal.report.title')} />
      {sites.length === 0 ? (
        <Empty>{say('portal.report.no_site', { agency: page.brand.name })}</Empty>
      ) : (
        <>
          <p class="mb-5">{say('portal.report.intro')}</p>
          <MendNotice typed={typed} language={page.language} />
          {follows && <Follows page={page} follows={follows} />}
          <ReportForm {...props} />
        </>
      )}
    </Layout>
  );
};

const Follows = ({ page, follows }: { page: Page; follows: TicketRow }) => (
  <Notice>
    {ticketTexts(page.language)('portal.report.follows', { number: follows.number })}{' '}
    <a href={`/tickets/${follows.id}`}>
      <bdi>{follows.subject}</bdi>
    </a>
  </Notice>
);

const ReportForm = (props: ReportProps) => {
  const { page, once, follows, typed = nothingTyped, kept = [] } = props;
  const { language } = page;
  const say = ticketTexts(language);
  const common = { language, typed };
  const place = { ticketId: follows?.id ?? null, form: 'report' };
  return (
    <>
      <DiscardForm place={place} draft={props.draft} />
      <Form action="/report" once={once} files>
        <EnterSends />
        {follows && <input type="hidden" name="followsId" value={follows.id} />}
        <Section>
          <SiteField {...props} />
          <PartField {...partsOf(props)} />
          <KindField {...props} />
          <TextArea
            name="did"
            label={say('portal.report.did')}
            hint={say('portal.report.did_hint')}
            {...common}
          />
          <TextArea
            name="happened"
            label={say('portal.report.happened')}
            hint={say('portal.report.happened_hint')}
            {...common}
          />
          <TextArea name="expected" label={say('portal.report.expected')} rows={2} optional {...common} />
          {props.read && <Preview page={page} texts={textsOf(props)} />}
          <p class="-mt-3 mb-5">
            <PreviewButton page={page} of="texts" />
          </p>
          <SubjectField {...props} />
          <FileField language={language} typed={typed} kept={kept} />
        </Section>
        <Section>
          <Weighing {...props} />
          <Panel {...props} />
        </Section>
        <DraftKeeper page={page} place={place} draft={props.draft} />
        <div class="within-reach">
          <button type="submit" class="btn btn-primary btn-lg w-full sm:w-auto">
            {say('portal.report.send')}
          </button>
        </div>
      </Form>
    </>
  );
};

/** The answers to the questions, each with its question. */
function textsOf({ page, typed = nothingTyped }: ReportProps) {
  const say = ticketTexts(page.language);
  return (['did', 'happened', 'expected'] as const)
    .map((name) => ({ label: say(`portal.report.${name}`), text: typed.values[name] ?? '' }))
    .filter(({ text }) => text.trim());
}
