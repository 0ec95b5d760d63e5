import type { Child } from 'hono/jsx';
import { sayMoment } from '#ui/time.tsx';
import { conflictSentence } from '../conflict.ts';
import { ticketTexts } from '../texts.ts';
import { isEnded, stateKey } from '../ticket.ts';
import { type ActProps, isBegun } from './act-form.tsx';
import { type ActName, nextAct, otherActs, writingActs } from './acts.ts';
import { withClientSince } from './due.tsx';
import { forms, textsOf } from './forms.tsx';
import { researchStanding, type TicketView } from './load.ts';
import { isQuoteDue, QuoteDue } from './quote-due.tsx';
import { DecisionAhead } from './research.tsx';
import { SignOffAhead } from './steps.tsx';

const mayReopen = ({ reopenableUntil, page }: TicketView): boolean =>
  reopenableUntil !== null && page.now <= reopenableUntil;

const nextOf = (view: TicketView) => nextAct(view.ticket, mayReopen(view), researchStanding(view));
const othersOf = (view: TicketView): ActName[] => [
  ...(isQuoteDue(view) ? (['hand-over'] as const) : []),
  ...otherActs(view.ticket, researchStanding(view)),
];

/** What there is to do now: one act, with the one primary button of the page. */
export const Next = ({ view }: ActProps) => {
  const quoteDue = isQuoteDue(view);
  const act = nextOf(view);
  const Act = act && forms[act];
  return (
    <section aria-labelledby="next" class="rounded-box border-2 border-primary bg-base-100 p-4">
      <h2 id="next" class="mb-2 text-lg font-semibold">
        {quoteDue
          ? ticketTexts(view.page.language)('costs.next.quote')
          : act
            ? titleOf(act, view)
            : standingTitle(view)}
      </h2>
      <Standing view={view} />
      {quoteDue ? <QuoteDue view={view} /> : Act && <Act view={view} look="primary" />}
    </section>
  );
};

/** What an act is called; done again, it is called otherwise. */
function titleOf(act: ActName, { ticket, research, page }: TicketView): string {
  const say = ticketTexts(page.language);
  if (act === 'research-question' && ticket.waiting_for === 'decision')
    return say('desk.act.research.ask.again_title');
  if (act === 'research' && research.stretches.length > 0) return say('desk.act.research.start.again_title');
  return say(`desk.act.${textsOf[act]}.title`);
}

function standingTitle({ ticket, page }: TicketView): string {
  const say = ticketTexts(page.language);
  if (ticket.state === 'sign_off') return say('desk.act.sign_off.title');
  return ticket.state === 'waiting' ? say(`state.${stateKey(ticket)}`) : say('desk.ticket.next');
}

/** Where things stand while the client is to act, or nobody. */
const Standing = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { ticket, page } = view;
  if (ticket.state === 'waiting')
    return (
      <>
        <p class="mb-3 font-medium">
          {say(ticket.waiting_for === 'question' ? 'desk.act.answers.since' : 'desk.act.decides_since', {
            moment: sayMoment(withClientSince(ticket), page),
          })}
        </p>
        <DecisionAhead view={view} />
      </>
    );
  if (ticket.state === 'sign_off')
    return (
      <>
        <p class="mb-3 font-medium">
          {say('desk.act.sign_off.since', { moment: sayMoment(withClientSince(ticket), page) })}
        </p>
        <SignOffAhead view={view} />
      </>
    );
  if (!isEnded(ticket)) return null;
  return (
    <>
      <p class="mb-3 font-medium">{say('desk.ticket.turn_none')}</p>
      {!mayReopen(view) && (
        <>
          <p class="mb-3">{say('desk.act.reopen.too_late')}</p>
          <a class="btn btn-primary" href={`/desk/report?follows=${ticket.id}`}>
            {say('desk.act.reopen.new_ticket')}
          </a>
        </>
      )}
    </>
  );
};

/** The other acts, each one click away. */
export const Others = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const acts = othersOf(view);
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="others" class="rounded-box border border-base-300 bg-base-100 p-4">
      <h2 id="others" class="mb-1 font-semibold">
        {say('desk.ticket.others')}
      </h2>
      {acts.map((act) => (
        <QuietAct view={view} act={act} />
      ))}
    </section>
  );
};

/** One act behind its title; it stands open when it is the one to be mended. */
export const QuietAct = ({ view, act, children }: ActProps & { act: ActName; children?: Child }) => {
  const Act = forms[act];
  return (
    <details class="border-t border-base-300 first-of-type:border-t-0" open={isBegun(view, act)}>
      <summary class="cursor-pointer rounded-field py-2">{titleOf(act, view)}</summary>
      <div class="pt-2 pb-4">
        {children}
        <Act view={view} />
      </div>
    </details>
  );
};

/** Says what stood in the way of a step; what was typed into a form that has no place any more stands below it. */
export const Refused = ({ view }: ActProps) => {
  const { attempt } = view;
  if (!attempt) return null;
  const Act = forms[attempt.act];
  const homeless = !placed(view).includes(attempt.act);
  return (
    <>
      {attempt.conflict && (
        <div role="alert" data-stays class="alert mb-4 items-start border-error bg-base-100 text-base">
          <span aria-hidden="true" class="font-bold text-error">
            ▲
          </span>
          <p>{conflictSentence(attempt.conflict, view.page)}</p>
        </div>
      )}
      {homeless && (
        <section data-stays class="mb-4 rounded-box border border-base-300 bg-base-100 p-4">
          <p class="mb-3 font-medium">{ticketTexts(view.page.language)('desk.ticket.kept_text')}</p>
          <Act view={view} />
        </section>
      )}
    </>
  );
};

/** The acts whose form has a place on the page in the present state. */
function placed(view: TicketView): ActName[] {
  const next = nextOf(view);
  const always: ActName[] = isEnded(view.ticket)
    ? ['watchers']
    : ['watchers', 'assignee', 'findings', 'overruling', 'research', 'research-pause', 'research-minutes'];
  return [...(next ? [next] : []), ...othersOf(view), ...writingActs(view.ticket), ...always];
}
