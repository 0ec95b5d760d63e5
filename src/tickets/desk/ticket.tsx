import { TicketQuotes } from '#quotes/panel.tsx';
import { Layout } from '#ui/layout.tsx';
import { ticketTexts } from '../texts.ts';
import { isEnded, isWithClient, stateKey } from '../ticket.ts';
import { PriorityBadge } from '../view/priority-badge.tsx';
import { StepBar } from '../view/step-bar.tsx';
import { pickedUpAt } from '../view/steps.ts';
import { type ActProps, pathOf } from './act-form.tsx';
import { ClocksPanel } from './clocks.tsx';
import { CostsPanel } from './costs.tsx';
import { AroundPanel, PeoplePanel, StandingPanel } from './facts.tsx';
import { Keys } from './keys.tsx';
import { Next, Others, Refused } from './next.tsx';
import { Presence } from './presence.tsx';
import { ResearchPanel } from './research.tsx';
import { Reported, Story } from './story.tsx';
import { Composers } from './writing.tsx';

/**
 * One ticket at the desk: what was said on the left, what there is to do and to know on the right. On a phone
 * what there is to do stands first.
 */
export const TicketPage = ({ view }: ActProps) => {
  const { page, ticket, me } = view;
  const say = ticketTexts(page.language);
  return (
    <Layout
      page={page}
      face="desk"
      title={`${ticket.number} ${ticket.subject}`}
      live={{ ticket: ticket.id }}
      wide
    >
      <Keys page={page} once={view.newId()} me={me.id} ticket={pathOf(view)}>
        <Head view={view} />
        <Refused view={view} />
        <div class="grid gap-5 lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_auto_1fr]">
          <div class="lg:col-start-2 lg:row-start-2">
            <Next view={view} />
          </div>
          <div class="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-2">
            <Reported view={view} />
            <Story view={view} />
            <section aria-labelledby="write">
              <h2 id="write" class="mb-3 text-lg font-semibold">
                {say('desk.ticket.write')}
              </h2>
              <Composers view={view} />
            </section>
          </div>
          <div class="rounded-box border border-base-300 bg-base-100 p-4 lg:col-span-2 lg:col-start-1 lg:row-start-1">
            <StepBar ticket={ticket} pickedUpAt={pickedUpAt(view.story)} page={page} turn={turnOf(view)} />
          </div>
          <div class="grid content-start gap-5 lg:col-start-2 lg:row-start-3">
            <ClocksPanel view={view} />
            <CostsPanel view={view} />
            <ResearchPanel view={view} />
            <TicketQuotes
              page={page}
              quotes={view.quotes}
              ticketId={ticket.id}
              open={!isEnded(ticket)}
              once={view.newId()}
            />
            <StandingPanel view={view} />
            <Others view={view} />
            <PeoplePanel view={view} />
            <AroundPanel view={view} />
          </div>
        </div>
      </Keys>
    </Layout>
  );
};

const Head = ({ view }: ActProps) => {
  const { ticket, page } = view;
  const say = ticketTexts(page.language);
  return (
    <header class="mb-4">
      <h1 class="text-2xl font-semibold">
        <span class="font-normal text-secondary tabular-nums">{ticket.number}</span>{' '}
        <bdi>{ticket.subject}</bdi>
      </h1>
      <p class="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <PriorityBadge priority={ticket.priority} language={page.language} />
        <strong class="font-semibold">
          {say(ticket.researching ? 'research.desk.running' : `state.${stateKey(ticket)}`)}
        </strong>
        <span class="text-secondary">
          {ticket.organisation} · {ticket.site}
        </span>
      </p>
      <Presence view={view} />
    </header>
  );
};

function turnOf({ ticket, page }: ActProps['view']): string {
  const say = ticketTexts(page.language);
  if (isEnded(ticket)) return '';
  return say(isWithClient(ticket) ? 'desk.ticket.turn_client' : 'desk.ticket.turn_agency');
}
