import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { Prose } from '#ui/prose.tsx';
import { sayDay } from '#ui/time.tsx';
import { type Ask, agreedAsk } from '../research/facts.ts';
import { feeWords } from '../research/shown.ts';
import { ticketTexts } from '../texts.ts';
import { isEnded } from '../ticket.ts';
import type { Shown } from './shown.ts';

/** What the ticket costs its client, in one sentence with its ground; nothing that was left undecided at the end. */
export const Costs = ({ page, ticket, verdict, asks }: Shown) => {
  const say = ticketTexts(page.language);
  const charged = asks.filter(({ agreed }) => agreed !== null);
  const chosen = verdict.next === 'ask_research' && agreedAsk(asks) !== null;
  const settled = isEnded(ticket) && verdict.payer !== 'agency';
  if (settled && charged.length === 0) return null;
  return (
    <Section title={say('costs.title')}>
      {!settled && !chosen && <p>{verdict.sentence[page.language]}</p>}
      {charged.map((ask) => (
        <Fee page={page} ask={ask} />
      ))}
      {ticket.cause_outside && (
        <div class="mt-3 border-l-4 border-base-300 pl-3">
          <p class="text-sm text-secondary">{say('costs.because_outside')}</p>
          <Prose text={ticket.cause_outside} />
        </div>
      )}
    </Section>
  );
};

/** A fee that was agreed to, and whether it was given back. */
const Fee = ({ page, ask: { agreed, feeCents } }: { page: Page; ask: Ask }) => {
  if (!agreed) return null;
  const say = ticketTexts(page.language);
  const fill = feeWords(feeCents, page.language);
  return (
    <>
      <p class="mt-3">
        {say('research.costs.agreed', { ...fill, name: agreed.name, day: sayDay(agreed.at, page) })}
      </p>
      {agreed.endedReason && (
        <div class="mt-1 border-l-4 border-success pl-3">
          <p class="font-medium">{say('research.costs.credited', fill)}</p>
          <Prose text={agreed.endedReason} />
        </div>
      )}
    </>
  );
};
