import type { Scope } from '#db/scope.ts';
import { loadOffice } from '#settings/office.ts';
import { toClient, toStaff } from '../letter.ts';
import type { Ticket } from '../ticket.ts';
import { minutesSpent, stretchesOf } from './facts.ts';
import { researchers } from './people.ts';
import { feeWords } from './shown.ts';

/** The mails about the work: that its time runs out, what it found, and that its fee is given back. */

export const sendResearchConcluded = (
  scope: Scope,
  ticket: Ticket,
  { atHand, found }: { atHand: boolean; found: string },
): Promise<void> =>
  toClient(scope, ticket, 'research_concluded', ({ say }) => [
    { paragraph: say('research.mail.concluded') },
    { quote: found },
    { paragraph: say(atHand ? 'research.mail.at_hand' : 'research.mail.not_at_hand') },
  ]);

export const sendResearchCredited = (
  scope: Scope,
  ticket: Ticket,
  { feeCents, reason }: { feeCents: number; reason: string },
): Promise<void> =>
  toClient(scope, ticket, 'research_credited', ({ say, language }) => [
    { paragraph: say('research.mail.credited', feeWords(feeCents, language)) },
    { quote: reason },
  ]);

/** Tells whoever researches that the time for it is running out, and that they have to decide. */
export async function sendResearchReminder(scope: Scope, ticket: Ticket): Promise<void> {
  const { costs } = (await loadOffice(scope.db)).agreement(ticket.agreement_version);
  const spent = minutesSpent(await stretchesOf(scope.db, ticket.id), scope.now());
  await toStaff(scope, ticket, await researchers(scope.db, ticket.id), 'research_time', ({ say }) => [
    { paragraph: say('research.mail.time', { spent, minutes: costs.researchMinutes }) },
    { paragraph: say('research.mail.time_decide') },
  ]);
}
