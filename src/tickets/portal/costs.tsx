import { Section } from '#ui/parts.tsx';
import { ticketTexts } from '../texts.ts';
import { isEnded } from '../ticket.ts';
import { Prose } from '../view/prose.tsx';
import type { Shown } from './shown.ts';

/** What the ticket costs its client, in one sentence with its ground; nothing that was left undecided at the end. */
export const Costs = ({ page, ticket, verdict }: Shown) => {
  const say = ticketTexts(page.language);
  if (isEnded(ticket) && verdict.payer !== 'agency') return null;
  return (
    <Section title={say('costs.title')}>
      <p>{verdict.sentence[page.language]}</p>
      {ticket.cause_outside && (
        <div class="mt-3 border-l-4 border-base-300 pl-3">
          <p class="text-sm text-secondary">{say('costs.because_outside')}</p>
          <Prose text={ticket.cause_outside} />
        </div>
      )}
    </Section>
  );
};
