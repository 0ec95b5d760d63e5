import { decisionMoments } from '#agreement/clocks.ts';
import { hashOfShown } from '#costs/acceptances.ts';
import { totalsOf } from '#costs/vat.ts';
import type { Scope } from '#db/scope.ts';
import type { Vat } from '#db/types.ts';
import type { Language } from '#lib/language.ts';
import { euroWords } from '#lib/money.ts';
import { loadOffice } from '#settings/office.ts';
import { sayDay } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import type { Ticket } from '../ticket.ts';
import { payerOf } from '../who-pays.ts';
import type { Ask } from './facts.ts';

/** Research bears the standard rate. */
export const researchVat: Vat = 'standard';

/** A fee with its VAT beside it. */
export const feeWords = (feeCents: number, language: Language) => ({
  fee: euroWords(feeCents, language),
  gross: euroWords(totalsOf([{ amountCents: feeCents, vat: researchVat }]).grossCents, language),
});

/** Everything that somebody reads before they agree; the page, the mail and the evidence are made of it. */
export interface ShownDecision {
  readonly title: string;
  /** Who pays, and why. */
  readonly ground: string;
  readonly explanation: string;
  /** What the agreement says of it, a sentence each. */
  readonly terms: readonly string[];
  /** What happens when nobody decides, with the day. */
  readonly silence: string;
  readonly consent: string;
  /** As it will stand on the invoice. */
  readonly description: string;
  /** All of it as plain text: the evidence. */
  readonly text: string;
  readonly hash: string;
}

/** What is laid before the client, word for word; the same whenever it is asked, until something in it changes. */
export async function shownOf(
  scope: Scope,
  ticket: Ticket,
  ask: Ask,
  language: Language,
): Promise<ShownDecision> {
  const office = await loadOffice(scope.db);
  const agreement = office.agreement(ticket.agreement_version);
  const say = ticketTexts(language);
  const fill = feeWords(ask.feeCents, language);
  const { drop } = decisionMoments(agreement, office.calendar, ask.askedAt.getTime());
  const { name: organisation } = await scope.db
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', ticket.organisation_id)
    .executeTakeFirstOrThrow();
  const verdict = await payerOf(scope.db, office, ticket);
  const title = say('research.shown.title', { number: ticket.number, subject: ticket.subject });
  const terms = (['fee', 'fixed', 'at_hand', 'quote', 'our_fault'] as const).map((each) =>
    say(`research.shown.${each}`, fill),
  );
  const silence = say('research.shown.silence', {
    day: sayDay(new Date(drop), { language, timeZone: office.timeZone, now: scope.now() }),
    days: agreement.costs.dropAfterWorkingDays,
    reopen: agreement.silence.reopenWithinDays,
  });
  const consent = say('research.shown.consent', { ...fill, organisation });
  const ground = verdict.sentence[language];
  const text = [title, ground, ask.explanation, ...terms, silence, consent].join('\n\n');
  return {
    title,
    ground,
    explanation: ask.explanation,
    terms,
    silence,
    consent,
    description: say('research.shown.description', { number: ticket.number, subject: ticket.subject }),
    text,
    hash: hashOfShown(text),
  };
}
