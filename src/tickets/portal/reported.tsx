import type { Child } from 'hono/jsx';
import type { Impact, Priority, Urgency } from '#db/types.ts';
import { Facts, Section } from '#ui/parts.tsx';
import { Prose } from '#ui/prose.tsx';
import { Moment } from '#ui/time.tsx';
import type { PublicEntry } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import { FileList } from '../view/file-list.tsx';
import { PriorityBadge } from '../view/priority-badge.tsx';
import { Said } from '../view/said.tsx';
import type { Shown } from './shown.ts';

/** What was reported, how heavily it weighs by the agreement, and how that was adjusted and why. */
export const Reported = (shown: Shown) => {
  const { page, contact, ticket, story } = shown;
  const say = ticketTexts(page.language);
  const mine = ticket.reporter_id === contact.id;
  const report = story.find(({ type }) => type === 'reported');
  return (
    <Section
      title={
        mine ? say('portal.ticket.reported') : say('portal.ticket.reported_by', { name: ticket.reporter })
      }
    >
      <Related {...shown} />
      <Told title={say('portal.ticket.did')} text={ticket.did} />
      <Told title={say('portal.ticket.happened')} text={ticket.happened} />
      <Told title={say('portal.ticket.expected')} text={ticket.expected} />
      {report && <FileList files={report.files} page={page} />}
      <div class="mt-5 border-t border-base-300 pt-4">
        <Facts facts={factsOf(shown)} />
        {story
          .filter(({ type }) => type === 'priority_adjusted')
          .map((entry) => (
            <Adjusted shown={shown} entry={entry} />
          ))}
      </div>
    </Section>
  );
};

const Told = ({ title, text }: { title: string; text: string }) =>
  text ? (
    <div class="mb-4">
      <h3 class="text-sm text-secondary">{title}</h3>
      <Prose text={text} />
    </div>
  ) : null;

function factsOf({ page, ticket, agreement }: Shown): [string, Child][] {
  const say = ticketTexts(page.language);
  const { language } = page;
  return [
    [say('portal.ticket.moment'), <Moment at={ticket.reported_at} page={page} />],
    [say('costs.kind_name'), say(`costs.kinds.${ticket.kind}`)],
    [say('portal.ticket.priority'), <PriorityBadge priority={ticket.priority} language={language} />],
    [
      say('portal.ticket.urgency'),
      <Weight
        word={say(`urgency.${ticket.urgency}`)}
        means={agreement.urgencies[ticket.urgency][language]}
      />,
    ],
    [
      say('portal.ticket.impact'),
      <Weight word={say(`impact.${ticket.impact}`)} means={agreement.impacts[ticket.impact][language]} />,
    ],
  ];
}

const Weight = ({ word, means }: { word: string; means: string }) => (
  <>
    <span class="font-medium">{word}</span>
    <span class="block text-sm text-secondary">{means}</span>
  </>
);

interface Weighed {
  readonly urgency: Urgency;
  readonly impact: Impact;
  readonly priority: Priority;
}

const Adjusted = ({ shown: { page }, entry }: { shown: Shown; entry: PublicEntry }) => {
  const say = ticketTexts(page.language);
  const { from, reason } = entry.data as unknown as { from: Weighed; reason: string };
  return (
    <div class="mt-3 border-l-4 border-base-300 pl-3">
      <p>
        <Said
          page={page}
          text="portal.ticket.adjusted"
          fill={{ name: entry.by?.name ?? page.brand.name, moment: entry.at }}
        />{' '}
        {say('portal.ticket.was', {
          urgency: say(`urgency.${from.urgency}`).toLowerCase(),
          impact: say(`impact.${from.impact}`).toLowerCase(),
          priority: say(`priority.${from.priority}`).toLowerCase(),
        })}
      </p>
      <p class="mt-1 text-sm text-secondary">{say('portal.ticket.because')}</p>
      <Prose text={reason} />
    </div>
  );
};

const Related = ({ page, related: { follows, followedBy } }: Shown) => {
  const say = ticketTexts(page.language);
  const link = ({ id, number, subject }: { id: string; number: number; subject: string }) => (
    <a href={`/tickets/${id}`}>
      <bdi>{say('portal.ticket.number', { number, subject })}</bdi>
    </a>
  );
  return (
    <>
      {follows && (
        <p class="mb-4">
          {say('portal.ticket.follows')} {link(follows)}.
        </p>
      )}
      {followedBy.map((each) => (
        <p class="mb-4">
          {say('portal.ticket.followed_by')} {link(each)}.
        </p>
      ))}
    </>
  );
};
