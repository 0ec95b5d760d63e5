import type { Priority } from '#db/types.ts';
import { quoteFill } from '#quotes/story.ts';
import { quotesTexts } from '#quotes/texts.ts';
import { feeWords } from '../research/shown.ts';
import { ticketTexts } from '../texts.ts';
import { Said } from '../view/said.tsx';
import type { EntryProps } from './conversation.tsx';

/** Deeds that need nothing but their words. */
const plain = [
  'asked',
  'replied',
  'released',
  'answer_given',
  'answered',
  'answered_by_phone',
  'added',
  'refused',
  'reopened',
  'signed_off',
  'dropped',
  'withdrawn',
  'followed_up',
] as const;

/** Deeds of the program itself, which are whole sentences. */
const byItself = ['signed_off_by_silence', 'reminded'] as const;

const aboutQuotes = ['quote_sent', 'quote_accepted', 'quote_declined', 'quote_withdrawn'] as const;

const aboutResearch = [
  'research_asked',
  'research_asked_again',
  'research_retracted',
  'research_accepted',
  'research_declined',
  'research_forwarded',
  'research_started',
  'research_credited',
] as const;

/** Who did what, as the beginning of a sentence: «Jan, Bureau Noord pakte de melding op …». */
export const Deed = (props: EntryProps) => {
  const { page, entry } = props;
  const alone = byItself.find((type) => type === entry.type);
  if (alone) return <span>{ticketTexts(page.language)(`portal.story.${alone}`)}</span>;
  if (entry.type === 'quote_expired')
    return <span>{quotesTexts(page.language)('story.quote_expired', quoteFill(entry.data))}</span>;
  if (entry.type === 'dropped_by_silence')
    return <span>{ticketTexts(page.language)('research.story.dropped_by_silence')}</span>;
  return (
    <span>
      <strong class="font-semibold text-base-content">
        <bdi>{nameOf(props)}</bdi>
      </strong>{' '}
      <WhatTheyDid {...props} />
    </span>
  );
};

function nameOf({ page, contact, entry: { by } }: EntryProps): string {
  const say = ticketTexts(page.language);
  if (!by) return page.brand.name;
  if (by.id === contact.id) return say('portal.story.you');
  return by.kind === 'staff'
    ? say('portal.story.agency', { name: by.name, agency: page.brand.name })
    : by.name;
}

const WhatTheyDid = ({ page, entry: { type, data } }: EntryProps) => {
  const say = ticketTexts(page.language);
  const aboutQuote = aboutQuotes.find((each) => each === type);
  if (aboutQuote) return <>{quotesTexts(page.language)(`story.${aboutQuote}`, quoteFill(data))}</>;
  if (type === 'picked_up' || type === 'expected_moved') {
    const moment = new Date(String(data.expectedAt ?? data.to));
    return <Said page={page} text={`portal.story.${type}`} fill={{ moment }} dated />;
  }
  if (type === 'priority_adjusted') {
    const { from, to } = data as Record<'from' | 'to', { priority: Priority }>;
    const text = from.priority === to.priority ? 'rated' : 'priority_adjusted';
    return <>{say(`portal.story.${text}`, { priority: say(`priority.${to.priority}`).toLowerCase() })}</>;
  }
  if (type === 'research_concluded')
    return (
      <>{say(`research.story.${data.atHand ? 'research_concluded_at_hand' : 'research_concluded_quote'}`)}</>
    );
  const research = aboutResearch.find((each) => each === type);
  if (research)
    return (
      <>
        {say(`research.story.${research}`, {
          ...feeWords(Number(data.feeCents ?? 0), page.language),
          name: String(data.name ?? ''),
        })}
      </>
    );
  return <>{say(`portal.story.${plain.find((each) => each === type) ?? 'other'}`)}</>;
};
