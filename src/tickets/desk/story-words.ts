import type { Priority } from '#db/types.ts';
import { euroWords } from '#lib/money.ts';
import { quoteFill } from '#quotes/story.ts';
import { quotesTexts } from '#quotes/texts.ts';
import { sayDated } from '#ui/time.tsx';
import type { StoryEntry } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import type { TicketView } from './load.ts';

/** What an event says in one line, without the texts that belong to it. */
export function entryWords(entry: StoryEntry, view: Pick<TicketView, 'page' | 'names'>): string {
  const say = ticketTexts(view.page.language);
  const { data } = entry;
  const who = entry.by?.name ?? say('desk.event.by_itself');
  const named = (id: unknown) => view.names.get(String(id)) ?? say('desk.event.somebody');
  // what was promised then is read now: «tomorrow» would be the day after either
  const moment = (at: unknown) => sayDated(new Date(String(at)), view.page);

  switch (entry.type) {
    case 'assigned':
      if (!data.to) return say('desk.event.unassigned', { who });
      return data.to === entry.by?.id
        ? say('desk.event.taken', { who })
        : say('desk.event.assigned', { who, to: named(data.to) });
    case 'picked_up':
      return say('desk.event.picked_up', { who, moment: moment(data.expectedAt) });
    case 'expected_moved':
      return say(entry.by ? 'desk.event.expected_moved' : 'desk.event.expected_moved_by_itself', {
        who,
        from: moment(data.from),
        moment: moment(data.to),
      });
    case 'priority_adjusted': {
      const [from, to] = [data.from, data.to] as { priority: Priority }[];
      const fill = { who, from: say(`priority.${from!.priority}`), to: say(`priority.${to!.priority}`) };
      return say(
        from!.priority === to!.priority ? 'desk.event.priority_same' : 'desk.event.priority_adjusted',
        fill,
      );
    }
    case 'warned': {
      const [clock, percent] = String(data.kind).split('.');
      return say(clock === 'response' ? 'desk.event.warned_response' : 'desk.event.warned_solution', {
        percent: percent ?? '',
      });
    }
    case 'watching':
      return say('desk.event.watching', { who, name: String(data.name ?? named(data.personId)) });
    case 'unwatched':
      return say('desk.event.unwatched', { who, name: named(data.personId) });
    case 'followed_up':
      return say('desk.event.followed_up', { number: String(data.number) });
    case 'reminded':
      return String(data.kind).startsWith('decision')
        ? say('research.event.reminded_decision')
        : say('desk.event.reminded');
    case 'research_concluded':
      return say(
        `research.event.${data.atHand ? 'research_concluded_at_hand' : 'research_concluded_quote'}`,
        {
          who,
        },
      );
    case 'quote_sent':
    case 'quote_accepted':
    case 'quote_declined':
    case 'quote_withdrawn':
      return `${who} ${quotesTexts(view.page.language)(`story.${entry.type}`, quoteFill(data))}`;
    case 'quote_expired':
      return quotesTexts(view.page.language)('story.quote_expired', quoteFill(data));
    default:
      if (isResearch(entry.type))
        return say(`research.event.${entry.type}`, { who, ...researchFill(entry, view) });
      return say(isKnown(entry.type) ? `desk.event.${entry.type}` : 'desk.event.other', { who });
  }
}

const plain = [
  'reported',
  'replied',
  'asked',
  'answered',
  'answered_by_phone',
  'added',
  'noted',
  'handed_over',
  'test_passed',
  'test_failed',
  'released',
  'answer_given',
  'refused',
  'signed_off',
  'signed_off_by_silence',
  'dropped',
  'withdrawn',
  'reopened',
  'judged',
  'overruled',
  'overruling_ended',
] as const;

const research = [
  'research_asked',
  'research_asked_again',
  'research_retracted',
  'research_accepted',
  'research_declined',
  'dropped_by_silence',
  'research_forwarded',
  'research_started',
  'research_resumed',
  'research_paused',
  'research_corrected',
  'research_reminded',
  'research_credited',
] as const;

const isResearch = (type: string): type is (typeof research)[number] =>
  (research as readonly string[]).includes(type);

const researchFill = ({ data }: StoryEntry, { page }: Pick<TicketView, 'page'>) => ({
  fee: euroWords(Number(data.feeCents ?? 0), page.language),
  name: String(data.name ?? ''),
  minutes: String(data.minutes ?? ''),
  was: String(data.was ?? 0),
});

const isKnown = (type: string): type is (typeof plain)[number] => (plain as readonly string[]).includes(type);

/** The text that belongs to an event and was not written as a message or note: a reason, a remark, what changed. */
export function entryTexts(
  entry: StoryEntry,
  view: Pick<TicketView, 'page'>,
): { label?: string; text: string }[] {
  const say = ticketTexts(view.page.language);
  const text = (key: string) => (typeof entry.data[key] === 'string' ? (entry.data[key] as string) : '');
  return [
    { label: say('desk.act.test.what'), text: text('whatChanged') },
    { label: say('desk.act.test.how'), text: text('howToTest') },
    { text: text('reason') },
    { text: text('remark') },
  ].filter((each) => each.text);
}
