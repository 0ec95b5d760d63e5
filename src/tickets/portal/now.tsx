import type { Child } from 'hono/jsx';
import { DecideAboutQuote } from '#quotes/panel.tsx';
import { agreedAsk, openAsk } from '../research/facts.ts';
import { feeWords } from '../research/shown.ts';
import { ticketTexts } from '../texts.ts';
import { stateKey } from '../ticket.ts';
import { Said } from '../view/said.tsx';
import { Ended } from './ended.tsx';
import { AnswerForm } from './forms.tsx';
import { JudgementForm } from './judgement.tsx';
import { lastOf, Quoted } from './quoted.tsx';
import type { Shown } from './shown.ts';
import { turnOf } from './turn.ts';

/** What happens now, who is to act and when; and when it is the reader, the form to do it with. */
export const Now = (shown: Shown) => {
  const { contact, ticket, page } = shown;
  const turn = turnOf(contact, ticket);
  const say = ticketTexts(page.language);
  return (
    <section
      aria-labelledby="now"
      class={`mb-6 rounded-box border bg-base-100 p-4 sm:p-5 ${turn === 'you' ? 'border-2 border-primary' : 'border-base-300'}`}
    >
      {turn !== 'nobody' && (
        <p class={turn === 'you' ? 'badge badge-primary mb-2 font-semibold' : 'mb-1 text-sm text-secondary'}>
          {say(`portal.turn.${turn}`, { name: ticket.reporter })}
        </p>
      )}
      <h2 id="now" class="mb-2 text-xl font-semibold">
        {titleOf(shown)}
      </h2>
      <WhatComes {...shown} />
    </section>
  );
};

function titleOf({ page, ticket, contact, story, asks, researched }: Shown): string {
  const say = ticketTexts(page.language);
  if (ticket.state === 'picked_up' && ticket.directly_solvable === false && ticket.at_hand === null) {
    if (researched) return say('research.now.researching');
    if (agreedAsk(asks)) return say('research.now.agreed');
  }
  if (ticket.state === 'reported')
    return say(ticket.response_met_at ? 'portal.now.responded' : 'portal.now.reported');
  if (ticket.state === 'sign_off' && turnOf(contact, ticket) !== 'you')
    return say('portal.now.sign_off_elsewhere', { name: ticket.reporter });
  if (ticket.state === 'dropped')
    return say(droppedBy[lastOf(story, Object.keys(droppedBy))?.type as keyof typeof droppedBy]);
  return say(`portal.now.${stateKey(ticket)}`);
}

/** How the end of a dropped ticket is called, by what brought it about. */
const droppedBy = {
  dropped: 'portal.now.dropped',
  withdrawn: 'portal.now.withdrawn',
  research_declined: 'research.now.declined',
  dropped_by_silence: 'research.story.dropped_by_silence',
} as const;

const WhatComes = (shown: Shown) => {
  const { state, waiting_for } = shown.ticket;
  if (waiting_for === 'question') return <Waiting {...shown} />;
  if (state === 'waiting') return <AboutCosts {...shown} />;
  if (state === 'sign_off') return <ToCheck {...shown} />;
  if (state === 'signed_off' || state === 'dropped') return <Ended {...shown} />;
  return <Running {...shown} />;
};

/** The agency is at it: the promised moment, or else the moments by which it responds and solves. */
const Running = ({ page, ticket }: Shown) => {
  const responds = !ticket.response_met_at && !ticket.expected_at;
  const moment = ticket.expected_at ?? ticket.solution_due;
  const late = moment < page.now;
  return (
    <>
      {responds &&
        (ticket.response_due < page.now ? (
          <Late>
            <Said page={page} text="portal.now.response_late" fill={{ moment: ticket.response_due }} />
          </Late>
        ) : (
          <p class="text-lg">
            <Said page={page} text="portal.now.responds" fill={{ moment: ticket.response_due }} />
          </p>
        ))}
      {late ? (
        <Late>
          <Said page={page} text="portal.now.expected_late" fill={{ moment }} />
        </Late>
      ) : (
        <p class={responds ? 'mt-1' : 'text-lg'}>
          <Said
            page={page}
            text={ticket.expected_at ? 'portal.now.expected' : 'portal.now.solves'}
            fill={{ moment }}
          />
        </p>
      )}
    </>
  );
};

const Late = ({ children }: { children?: Child }) => (
  <p class="mt-1 font-medium text-error">
    <span aria-hidden="true">▲ </span>
    {children}
  </p>
);

const Waiting = (shown: Shown) => {
  const { page, story, ifAnswered } = shown;
  const say = ticketTexts(page.language);
  return (
    <>
      <Quoted {...shown} entry={lastOf(story, ['asked'])} intro="asks" />
      <p class="mb-5">
        {say('portal.now.waits')}{' '}
        {ifAnswered && ifAnswered > page.now && (
          <Said page={page} text="portal.now.if_answered" fill={{ moment: ifAnswered }} />
        )}
      </p>
      <AnswerForm {...shown} />
    </>
  );
};

/** The client decides about something that costs money: on a page of its own, where everything stands. */
const AboutCosts = ({ page, ticket, asks, quotes, lapsesAt }: Shown) => {
  const say = ticketTexts(page.language);
  const ask = openAsk(ticket, asks);
  if (!ask)
    return (
      <>
        <p class="mb-3">{say('portal.now.costs_wait')}</p>
        {ticket.waiting_for === 'quote' && <DecideAboutQuote page={page} quotes={quotes} />}
      </>
    );
  return (
    <>
      <p class="mb-2 text-lg">{say('research.now.intro', feeWords(ask.feeCents, page.language))}</p>
      {lapsesAt && (
        <p class="mb-4">
          <Said page={page} text="research.now.lapses" fill={{ moment: lapsesAt }} />
        </p>
      )}
      <a class="btn btn-primary btn-lg w-full" href={`/tickets/${ticket.id}/decision`}>
        {say('research.page.to_choice')}
      </a>
    </>
  );
};

const ToCheck = (shown: Shown) => {
  const { page, story, byItself, forms } = shown;
  return (
    <>
      <Quoted {...shown} entry={lastOf(story, ['released', 'answer_given'])} intro="says" />
      {byItself && (
        <p class="mb-5">
          <Said page={page} text="portal.now.by_itself" fill={{ moment: byItself }} />
        </p>
      )}
      {forms.includes('judgement') && <JudgementForm {...shown} />}
    </>
  );
};
