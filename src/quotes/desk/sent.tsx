import { type History, HistorySection } from '#events/history.tsx';
import { euroWords } from '#lib/money.ts';
import type { Addressee } from '#mail/outbox.ts';
import { type KeptFile, MendNotice, nothingTyped, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Heading, Notice, Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import { totalsWith } from '../amounts.ts';
import type { Acceptance } from '../queries.ts';
import { type Quote, standingOf } from '../quote.ts';
import { quoteName } from '../shown.ts';
import { quotesTexts } from '../texts.ts';
import { QuoteDocument } from '../view/document.tsx';
import { ElsewhereForm, WithdrawForm } from './acts.tsx';
import { QuoteHead } from './head.tsx';

export interface SentProps {
  readonly page: Page;
  readonly quote: Quote;
  readonly acceptance: Acceptance | null;
  readonly deciders: readonly Addressee[];
  readonly newer: { readonly id: string } | null;
  readonly draft: { readonly id: string } | null;
  readonly history: History;
  readonly newId: () => string;
  /** What was typed into a form that was not taken, and which one; or what stood in its way. */
  readonly again: {
    readonly from: 'withdraw' | 'elsewhere' | 'act';
    readonly typed: Typed;
    readonly kept: readonly KeptFile[];
    readonly conflict?: string;
  } | null;
}

/** A quote at the desk once it was sent: as the client reads it, with what can still be done. */
export const SentPage = (props: SentProps) => {
  const { page, quote, acceptance, deciders, history, again } = props;
  const say = quotesTexts(page.language);
  const open = standingOf(quote, page.now) === 'sent';
  return (
    <Layout page={page} face="desk" title={`${quoteName(quote, page.language)}: ${quote.title}`}>
      <Heading title={quote.title}>
        <a class="btn" href={`/desk/quotes/${quote.id}/pdf`} data-turbo="false">
          {say('desk.edit.preview')}
        </a>
      </Heading>
      <QuoteHead page={page} quote={quote} />
      {again?.conflict && (
        <div role="alert">
          <Notice kind="warning">{again.conflict}</Notice>
        </div>
      )}
      <MendNotice typed={again?.typed ?? nothingTyped} language={page.language} />
      <Ended {...props} />
      <QuoteDocument page={page} quote={quote} ticks={acceptance?.ticks ?? []} />
      <NextActs {...props} />
      {open && (
        <p class="mb-4 text-secondary">
          {say('desk.who_decides', { names: deciders.map(({ name }) => name).join(', ') || '–' })}
        </p>
      )}
      {open && <ElsewhereForm {...props} />}
      {open && <WithdrawForm {...props} />}
      <HistorySection
        page={page}
        title={say('desk.history')}
        history={history}
        say={(type, data) => say(`desk.event.${eventKey(type, data)}`)}
      />
    </Layout>
  );
};

const events = [
  'drafted',
  'changed',
  'sent',
  'code_sent',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'replaced',
  'reminded',
  'asked',
  'forwarded',
] as const;

function eventKey(type: string, data: Readonly<Record<string, unknown>>) {
  const key = events.find((each) => type === `quote.${each}`) ?? 'other';
  if (key === 'accepted' && data.elsewhere) return 'accepted_elsewhere';
  return key === 'asked' && data.inTicket ? 'asked_in_ticket' : key;
}

/** How it ended: who agreed to what, or why it is off. */
const Ended = ({ page, quote, acceptance, newer }: SentProps) => {
  const say = quotesTexts(page.language);
  return (
    <>
      {acceptance && (
        <Notice>
          <p>
            {say('portal.standing.accepted', {
              name: `${acceptance.name} (${acceptance.role})`,
              day: sayDay(acceptance.at, page),
              gross: euroWords(totalsWith(quote.lines, acceptance.ticks ?? []).grossCents, page.language),
            })}
          </p>
          {acceptance.documentName && (
            <a
              href={`/desk/quotes/${quote.id}/document`}
              class="text-primary underline underline-offset-2"
              data-turbo="false"
            >
              {say('desk.act.kept_document', { name: acceptance.documentName })}
            </a>
          )}
        </Notice>
      )}
      {quote.endedReason && (
        <Notice kind="warning">
          <span class="block text-sm text-secondary">{say('portal.why')}</span>
          <span class="whitespace-pre-line">{quote.endedReason}</span>
        </Notice>
      )}
      {newer && (
        <Notice>
          <p class="mb-2">{say('portal.standing.replaced')}</p>
          <a class="btn btn-sm" href={`/desk/quotes/${newer.id}`}>
            {say('portal.standing.newer')}
          </a>
        </Notice>
      )}
    </>
  );
};

const NextActs = ({ page, quote, acceptance, newer, draft, newId }: SentProps) => {
  const say = quotesTexts(page.language);
  const at = `/desk/quotes/${quote.id}`;
  if (acceptance)
    return acceptance.unfinished ? (
      <Section>
        <Act action={`${at}/completion`} once={newId()} label={say('desk.act.finish')} look="primary" />
        <p class="mt-2 text-sm text-secondary">{say('desk.act.finish_hint')}</p>
      </Section>
    ) : null;
  if (newer || quote.state === 'replaced') return null;
  if (draft)
    return (
      <p class="mb-4">
        <a class="btn" href={`/desk/quotes/${draft.id}`}>
          {say('desk.act.draft_there')}
        </a>
      </p>
    );
  return (
    <div class="mb-4">
      <Act action={`${at}/versions`} once={newId()} label={say('desk.act.revise')} />
    </div>
  );
};
