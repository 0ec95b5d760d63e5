import type { Child } from 'hono/jsx';
import { DecideAboutQuote } from '#quotes/panel.tsx';
import { Prose } from '#ui/prose.tsx';
import { sayDay } from '#ui/time.tsx';
import { agreedAsk, openAsk } from '../research/facts.ts';
import { feeWords } from '../research/shown.ts';
import type { PublicEntry } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import { stateKey } from '../ticket.ts';
import { FileList } from '../view/file-list.tsx';
import { Said } from '../view/said.tsx';
import { AnswerForm, ReopenForm } from './forms.tsx';
import { JudgementForm } from './judgement.tsx';
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

const Ended = (shown: Shown) => {
  const { page, ticket, story, reopenable, forms } = shown;
  const say = ticketTexts(page.language);
  const end = lastOf(story, [
    'signed_off',
    'signed_off_by_silence',
    'dropped',
    'dropped_by_silence',
    'withdrawn',
    'research_declined',
  ]);
  const silence = end?.type === 'signed_off_by_silence';
  const closed = ticket.closed_at ?? page.now;
  return (
    <>
      <p>
        <Said
          page={page}
          text={silence ? 'portal.now.silence' : 'portal.now.closed_at'}
          fill={{ moment: closed }}
        />
      </p>
      {typeof end?.data.reason === 'string' && <Quote text={end.data.reason} />}
      {forms.includes('reopening') && reopenable ? (
        <>
          <p class="mt-2 mb-4">{say('portal.now.reopenable', { day: sayDay(reopenable, page) })}</p>
          <ReopenForm {...shown} />
        </>
      ) : (
        <>
          <p class="mt-2 mb-4">{say('portal.now.follow_up')}</p>
          <a class="btn btn-primary" href={`/report?follows=${ticket.id}`}>
            {say('portal.now.follow_up_act')}
          </a>
        </>
      )}
    </>
  );
};

const Quoted = ({
  page,
  entry,
  intro,
}: Shown & { entry: PublicEntry | undefined; intro: 'asks' | 'says' }) =>
  entry?.body ? (
    <div class="mb-4">
      <p class="text-sm text-secondary">
        {ticketTexts(page.language)(`portal.now.${intro}`, { name: entry.by?.name ?? page.brand.name })}
      </p>
      <Quote text={entry.body} />
      <FileList files={entry.files} page={page} />
    </div>
  ) : null;

const Quote = ({ text }: { text: string }) => (
  <blockquote class="my-2 border-l-4 border-base-300 pl-3">
    <Prose text={text} />
  </blockquote>
);

const lastOf = (story: readonly PublicEntry[], types: readonly string[]) =>
  story.findLast(({ type }) => types.includes(type));
