import { Prose } from '#ui/prose.tsx';
import { sayDate } from '#ui/time.tsx';
import { agreedAsk } from '../research/facts.ts';
import { ticketTexts } from '../texts.ts';
import { isEnded } from '../ticket.ts';
import type { ActProps } from './act-form.tsx';
import type { TicketView } from './load.ts';
import { QuietAct } from './next.tsx';
import { Fact, Panel } from './panel.tsx';

/** What comes next; what the client was asked and agreed to is not asked again. */
const nextWords = ({ costs, research, ticket }: TicketView) => {
  const { next } = costs.verdict;
  if (next !== 'ask_research' || !agreedAsk(research.asks)) return `costs.next.${next}` as const;
  return ticket.at_hand === null ? 'costs.next.agreed' : 'costs.next.quote';
};

/** Who pays, by which rule and until when, what comes next, and what the client reads of it. */
export const CostsPanel = ({ view }: ActProps) => {
  const { ticket, page, costs, office } = view;
  const say = ticketTexts(page.language);
  const { verdict } = costs;
  const reportedOn = office.calendar.localDate(ticket.reported_at.getTime());
  return (
    <Panel title={say('costs.panel')}>
      <p class="mb-3 text-lg font-semibold">{say(`costs.payer.${verdict.payer}`)}</p>
      {costs.fairUse && (
        <p class="mb-3 rounded-field border border-warning p-2 text-sm">
          <span aria-hidden="true" class="font-bold text-warning">
            !{' '}
          </span>
          {say('costs.fair_use', {
            name: ticket.reporter,
            count: costs.fairUse.tickets,
            limit: costs.fairUse.limit,
          })}
        </p>
      )}
      <dl>
        <Fact name={say('costs.kind_name')}>{say(`costs.short.${ticket.kind}`)}</Fact>
        <Fact name={say('costs.reads')}>{verdict.sentence[page.language]}</Fact>
        <Fact name={say('costs.rule_name')}>
          {say(`costs.rule.${verdict.rule}`)}
          {ticket.overruled_reason && <Prose text={ticket.overruled_reason} />}
        </Fact>
        {ticket.cause_outside && (
          <Fact name={say('costs.because_outside')}>
            <Prose text={ticket.cause_outside} />
          </Fact>
        )}
        {!isEnded(ticket) && <Fact name={say('costs.next_name')}>{say(nextWords(view))}</Fact>}
        {verdict.until && <Fact name={say('costs.until_name')}>{sayDate(verdict.until, page)}</Fact>}
        <Fact name={say('costs.day_name')}>{sayDate(reportedOn, page)}</Fact>
      </dl>
      {!isEnded(ticket) && (
        <div class="mt-3">
          <QuietAct view={view} act="findings" />
          <QuietAct view={view} act="overruling" />
        </div>
      )}
    </Panel>
  );
};
