import { ClientQuotes } from '#quotes/panel.tsx';
import { Layout } from '#ui/layout.tsx';
import { Section } from '#ui/parts.tsx';
import { conflictSentence } from '../conflict.ts';
import { ticketTexts } from '../texts.ts';
import { StepBar } from '../view/step-bar.tsx';
import { pickedUpAt } from '../view/steps.ts';
import { Conversation } from './conversation.tsx';
import { Costs } from './costs.tsx';
import { AddForm, KeptText, WithdrawForm } from './forms.tsx';
import { Now } from './now.tsx';
import { Reported } from './reported.tsx';
import type { Shown } from './shown.ts';
import { TimeSpent } from './time-spent.tsx';
import { turnWords } from './turn.ts';
import { Watchers } from './watchers.tsx';

/** A ticket as its client sees it: what happens now comes first, and what one can do about it. */
export const TicketPage = (shown: Shown) => {
  const { page, contact, ticket, story, forms, again } = shown;
  const say = ticketTexts(page.language);
  return (
    <Layout
      page={page}
      face="portal"
      title={`${say('ticket', { number: ticket.number })}: ${ticket.subject}`}
      live={{ ticket: ticket.id }}
    >
      <p class="text-secondary">
        {say('ticket', { number: ticket.number })} · <bdi>{ticket.site}</bdi>
      </p>
      <h1 class="mb-5 text-2xl font-semibold" dir="auto">
        {ticket.subject}
      </h1>
      {again?.conflict && (
        <div role="alert" data-stays class="alert mb-5 border-warning bg-base-100 text-base">
          <span aria-hidden="true" class="font-bold text-warning">
            !
          </span>
          {conflictSentence(again.conflict, page)}
        </div>
      )}
      <KeptText {...shown} />
      <Now {...shown} />
      <Costs {...shown} />
      <ClientQuotes page={page} quotes={shown.quotes} />
      <Section title={say('portal.ticket.steps')}>
        <StepBar
          ticket={ticket}
          pickedUpAt={pickedUpAt(story)}
          page={page}
          turn={turnWords(contact, ticket)}
        />
        <TimeSpent {...shown} />
      </Section>
      <Reported {...shown} />
      <Conversation {...shown} />
      {forms.includes('message') && ticket.waiting_for !== 'question' && <AddForm {...shown} />}
      <Watchers {...shown} />
      {forms.includes('withdrawal') && <WithdrawForm {...shown} />}
    </Layout>
  );
};
