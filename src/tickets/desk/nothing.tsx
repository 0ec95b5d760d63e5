import type { Page } from '#ui/page.ts';
import { Empty } from '#ui/parts.tsx';
import { ticketTexts } from '../texts.ts';
import { type Chosen, queueAddress } from './filter.ts';

interface NothingProps {
  readonly page: Page;
  readonly chosen: Chosen;
  /** How many tickets there are on other pages. */
  readonly total: number;
}

/** A page of the queue without tickets: why, and where to go from here. */
export const Nothing = ({ page, chosen, total }: NothingProps) => {
  const say = ticketTexts(page.language);
  const { filters } = chosen;
  const names = Object.keys(filters);
  if (total > 0)
    return (
      <Empty>
        <p>{say('desk.queue.beyond')}</p>
        <a href={queueAddress(filters)}>{say('desk.queue.first_page')}</a>
      </Empty>
    );
  if (names.length === 0)
    return (
      <Empty>
        <p>{say('desk.queue.nothing_open')}</p>
        <a href="/desk/report">{say('desk.queue.nothing_open_step')}</a>
      </Empty>
    );
  if (names.length === 1 && filters.assignee === 'me')
    return (
      <Empty>
        <p>{say('desk.queue.nothing_mine')}</p>
        <a href={queueAddress({ assignee: 'none' })}>{say('desk.queue.nobodys')}</a>
      </Empty>
    );
  if (names.length === 1 && filters.mentioned)
    return (
      <Empty>
        <p>{say('desk.queue.nothing_mentions_me')}</p>
        <a href={queueAddress({ mentioned: 'me', state: 'ended' })}>{say('desk.queue.search_ended')}</a>
      </Empty>
    );
  return (
    <Empty>
      <p>{say(filters.state ? 'desk.queue.nothing_found' : 'desk.queue.nothing_found_ended')}</p>
      <p class="mt-1 flex flex-wrap justify-center gap-x-4">
        {!filters.state && (
          <a href={queueAddress({ ...filters, state: 'ended' })}>{say('desk.queue.search_ended')}</a>
        )}
        <a href="/desk">{say('desk.queue.clear')}</a>
        {filters.words && (
          <a href={`/desk/search?${new URLSearchParams({ q: filters.words })}`}>
            {say('desk.queue.search_everything', { words: filters.words })}
          </a>
        )}
      </p>
    </Empty>
  );
};
