import type { Db } from '#db/open.ts';
import type { Staff } from '#lib/actor.ts';
import { NewViewForm } from '#saved-views/form.tsx';
import { type SavedView, viewsFor } from '#saved-views/queries.ts';
import { savedViewsTexts } from '#saved-views/texts.ts';
import { nothingTyped } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { manyTickets, queueSizes } from '../queue.ts';
import { ticketTexts } from '../texts.ts';
import { type Chosen, filtersOf, queueAddress, queueFilter } from './filter.ts';

/** A saved view as the queue offers it. */
export interface QueueView extends SavedView {
  readonly address: string;
  /** How many tickets it holds, up to `manyTickets`; null where that is not counted. */
  readonly size: number | null;
}

/** The views of a colleague with what each holds; all are counted in one query. */
export async function loadSavedViews(db: Db, me: Staff, now: Date): Promise<QueueView[]> {
  const views = await viewsFor(db, me);
  const chosen = views.map(({ query }) => ({ filters: filtersOf(query), page: 1 }));
  const filters = await Promise.all(chosen.map((each) => queueFilter(db, each, { me, now })));
  const sizes = await queueSizes(db, filters);
  return views.map((view, at) => ({
    ...view,
    address: queueAddress(chosen[at]!.filters),
    size: sizes[at] ?? null,
  }));
}

interface SavedViewsProps {
  readonly page: Page;
  readonly chosen: Chosen;
  readonly views: readonly QueueView[];
}

/** The saved views, one click each, with how much is in them. */
export const SavedViews = ({ page, chosen, views }: SavedViewsProps) => {
  if (views.length === 0) return null;
  const say = savedViewsTexts(page.language);
  const here = queueAddress(chosen.filters);
  return (
    <>
      <span aria-hidden="true" class="mx-1 self-stretch border-l border-base-300" />
      {views.map(({ name, address, size, team }) => (
        <a
          href={address}
          title={say(team ? 'of_team' : 'of_me')}
          class="flex max-w-64 items-center gap-2 rounded-field border border-transparent px-3 py-1 aria-[current=page]:border-base-300 aria-[current=page]:bg-base-100 aria-[current=page]:font-semibold"
          aria-current={address === here ? 'page' : undefined}
        >
          <bdi class="truncate">{name}</bdi>
          {size !== null && (
            <span class="badge badge-ghost badge-sm tabular-nums">
              {size < manyTickets
                ? size
                : ticketTexts(page.language)('desk.queue.many', { count: manyTickets - 1 })}
            </span>
          )}
        </a>
      ))}
      <a href="/desk/views" class="rounded-field px-3 py-1 text-secondary">
        {say('manage')}
      </a>
    </>
  );
};

/** Keeps the present filters, where they are not kept yet. */
export const SaveView = ({ page, chosen, views, once }: SavedViewsProps & { once: string }) => {
  const here = queueAddress(chosen.filters);
  const names = Object.keys(chosen.filters);
  const isBuiltIn =
    names.length === 0 || (names.length === 1 && /^(me|none)$/.test(chosen.filters.assignee ?? ''));
  if (isBuiltIn || views.some(({ address }) => address === here)) return null;
  return (
    <details class="mb-4">
      <summary class="w-fit cursor-pointer rounded-field py-1 font-medium">
        {savedViewsTexts(page.language)('save')}
      </summary>
      <div class="mt-2 max-w-md rounded-box border border-base-300 bg-base-100 p-4">
        <NewViewForm page={page} once={once} typed={nothingTyped} query={here.slice(here.indexOf('?') + 1)} />
      </div>
    </details>
  );
};
