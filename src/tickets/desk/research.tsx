import { decisionMoments } from '#agreement/clocks.ts';
import { Moment, sayMoment } from '#ui/time.tsx';
import { type Ask, minutesSpent, openAsk, type Stretch } from '../research/facts.ts';
import { minutesToDecide } from '../research/reminder.ts';
import { feeWords } from '../research/shown.ts';
import { ticketTexts } from '../texts.ts';
import type { ActProps } from './act-form.tsx';
import { QuietAct } from './next.tsx';
import { Fact, Panel } from './panel.tsx';

/** Research: what the client decided, and how long it took. Nothing where there is nothing to tell. */
export const ResearchPanel = ({ view }: ActProps) => {
  const { page, research } = view;
  const { asks, stretches } = research;
  if (asks.length === 0 && stretches.length === 0) return null;
  return (
    <Panel title={ticketTexts(page.language)('research.desk.title')}>
      <ul class="mb-3 grid gap-1">
        {asks.toReversed().map((ask) => (
          <Asked view={view} ask={ask} />
        ))}
      </ul>
      <Spent view={view} />
      {stretches.length > 0 && <QuietAct view={view} act="research-minutes" />}
    </Panel>
  );
};

const Asked = ({ view, ask }: ActProps & { ask: Ask }) => {
  const { page } = view;
  const say = ticketTexts(page.language);
  const { agreed } = ask;
  const fill = feeWords(ask.feeCents, page.language);
  if (!agreed)
    return (
      <li class="text-secondary">
        {say('research.desk.asked', { ...fill, moment: sayMoment(ask.askedAt, page) })}
      </li>
    );
  return (
    <li>
      <span aria-hidden="true" class="text-success">
        ✓{' '}
      </span>
      {say('research.desk.agreed', {
        ...fill,
        name: agreed.name,
        role: agreed.role,
        moment: sayMoment(agreed.at, page),
      })}
      {agreed.state === 'credited' && (
        <strong class="block font-medium">{say('research.desk.credited', fill)}</strong>
      )}
      {agreed.state === 'waived' && (
        <strong class="block font-medium">{say('research.desk.waived', fill)}</strong>
      )}
    </li>
  );
};

/** The time it took, as a bar of the time that the fee pays for, and each stretch of it. */
const Spent = ({ view }: ActProps) => {
  const { page, agreement, research } = view;
  const { stretches } = research;
  const say = ticketTexts(page.language);
  if (stretches.length === 0) return <p class="text-secondary">{say('research.desk.none')}</p>;
  const spent = minutesSpent(stretches, page.now);
  const minutes = agreement.costs.researchMinutes;
  const words = say('research.desk.spent', { spent, minutes });
  return (
    <dl>
      <Fact name={say('research.desk.title')}>
        <span class={`tabular-nums ${spent >= minutes ? 'font-medium text-error' : ''}`}>{words}</span>
        <progress
          class="progress progress-primary mt-1 block w-full"
          value={Math.min(spent, minutes)}
          max={minutes}
          aria-label={words}
        />
        <ul class="mt-2 text-sm">
          {stretches.map((stretch) => (
            <StretchLine view={view} stretch={stretch} />
          ))}
        </ul>
      </Fact>
    </dl>
  );
};

const StretchLine = ({ view: { page }, stretch }: ActProps & { stretch: Stretch }) => {
  const say = ticketTexts(page.language);
  const moment = sayMoment(stretch.beganAt, page);
  return (
    <li class="flex flex-wrap justify-between gap-x-3">
      <span>{stretch.person}</span>
      <span class={stretch.endedAt ? 'text-secondary tabular-nums' : 'font-medium'}>
        {stretch.endedAt
          ? `${moment} · ${say('research.desk.stretch_minutes', { minutes: stretch.minutes ?? 0 })}`
          : say('research.desk.runs', { moment })}
      </span>
    </li>
  );
};

/** Says that it is time to decide, once most of the time is over. */
export const TimeIsUp = ({ view }: ActProps) => {
  const { page, agreement, research } = view;
  if (minutesSpent(research.stretches, page.now) < minutesToDecide(agreement)) return null;
  return (
    <p class="mb-3 font-medium">
      <span aria-hidden="true" class="text-warning">
        ▲{' '}
      </span>
      {ticketTexts(page.language)('research.desk.decide')}
    </p>
  );
};

/** What happens by itself while the client decides about research, and who of them can. */
export const DecisionAhead = ({ view }: ActProps) => {
  const { page, ticket, agreement, office, research } = view;
  const ask = openAsk(ticket, research.asks);
  if (!ask) return null;
  const say = ticketTexts(page.language);
  const { reminders, drop } = decisionMoments(agreement, office.calendar, ask.askedAt.getTime());
  const names = research.holders.map(({ name }) => name).join(', ');
  return (
    <>
      {names ? (
        <p class="mb-2">{say('research.desk.decides', { names })}</p>
      ) : (
        <p class="mb-2 font-medium">
          <span aria-hidden="true" class="text-warning">
            ▲{' '}
          </span>
          {say('research.desk.nobody')}{' '}
          <a href={`/desk/organisations/${ticket.organisation_id}`}>{ticket.organisation}</a>
        </p>
      )}
      <ul class="list-disc space-y-1 pl-5">
        {reminders
          .filter((at) => at > page.now.getTime())
          .map((at) => (
            <li>
              {say('research.desk.ahead', { moment: '' })}
              <Moment at={new Date(at)} page={page} />
            </li>
          ))}
        <li>
          {say('research.desk.lapses', { moment: '' })}
          <Moment at={new Date(drop)} page={page} />
        </li>
      </ul>
    </>
  );
};
