import type { Page } from '#ui/page.ts';
import { type Marker, marked } from '../marking.ts';
import type { Named } from '../names.ts';
import { Pieces } from '../pieces.tsx';
import { searchTexts } from '../texts.ts';
import { pathOf, titles } from './groups.ts';

interface NameGroupProps {
  readonly page: Page;
  readonly kind: Named['kind'];
  readonly names: readonly Named[];
  readonly marker: Marker;
}

const shown = 10;
/** Clients, sites or people that were found, each the way to its own page. */
export const NameGroup = ({ page, kind, names, marker }: NameGroupProps) => {
  const say = searchTexts(page.language);
  const title = titles[kind];
  const few = names.slice(0, shown);
  const item = (name: Named) => (
    <li class="relative flex flex-wrap items-baseline gap-x-4 px-4 py-2 focus-within:bg-base-200 hover:bg-base-200">
      <span class="min-w-48 flex-1">
        <a
          href={pathOf(name)}
          class="font-medium underline-offset-2 after:absolute after:inset-0 hover:underline"
        >
          <Pieces pieces={marked(name.name.normalize('NFC'), marker)} />
        </a>
        {name.ended && (
          <span class="badge badge-outline badge-sm ml-2">
            {say(kind === 'person' ? 'deactivated_mark' : 'ended_mark')}
          </span>
        )}
      </span>
      <span class="flex flex-1 flex-wrap gap-x-4 text-sm text-secondary">
        {name.organisation && <span>{name.organisation}</span>}
        {name.address && (
          <span>
            <Pieces pieces={marked(name.address.normalize('NFC'), marker)} />
          </span>
        )}
      </span>
    </li>
  );
  const list = 'divide-y divide-base-300 rounded-box border border-base-300 bg-base-100';
  return (
    <section aria-labelledby={title} class="mb-8">
      <h2 id={title} class="mb-2 text-lg font-semibold">
        {say(title)} <span class="font-normal text-secondary tabular-nums">{names.length}</span>
      </h2>
      <ul class={list}>{few.map(item)}</ul>
      {names.length > shown && (
        <details class="mt-2">
          <summary class="w-fit cursor-pointer rounded-field py-1">
            {say('more_names', { count: names.length })}
          </summary>
          <ul class={`mt-2 ${list}`}>{names.slice(shown).map(item)}</ul>
        </details>
      )}
    </section>
  );
};
