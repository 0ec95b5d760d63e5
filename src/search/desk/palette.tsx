import type { Page } from '#ui/page.ts';
import type { Named } from '../names.ts';
import { searchTexts } from '../texts.ts';
import type { PaletteChoice } from './choices.ts';
import { groupsOf, pathOf, titles } from './groups.ts';

interface PaletteListProps {
  readonly page: Page;
  readonly typed: string;
  readonly acts: readonly PaletteChoice[];
  readonly pages: readonly PaletteChoice[];
  readonly tickets: readonly PaletteChoice[];
  readonly names: readonly Named[];
  /** Whether a name is likelier to be meant than a ticket. */
  readonly namesFirst: boolean;
}

const mostNames = 4;

/** The choices of the palette: the content of its listbox. */
export const PaletteList = ({ page, typed, acts, pages, tickets, names, namesFirst }: PaletteListProps) => {
  const say = searchTexts(page.language);
  const people = groupsOf(names).map(({ kind, names }) => ({
    title: say(`palette.${titles[kind]}`),
    choices: names.slice(0, mostNames).map((each) => ({
      label: each.name,
      detail: each.organisation ?? each.address ?? '',
      href: pathOf(each),
    })),
  }));
  const found = { title: say('palette.tickets'), choices: tickets };
  const everything = { label: say('palette.search', { words: typed }), href: searchPath(typed) };
  const groups = [
    { title: say('palette.acts'), choices: acts },
    ...(namesFirst ? [...people, found] : [found, ...people]),
    { title: say('palette.pages'), choices: pages },
    { title: say('palette.everything'), choices: typed ? [everything] : [] },
  ].filter(({ choices }) => choices.length > 0);
  const said = say('palette.count', { count: groups.flatMap(({ choices }) => choices).length });
  return (
    <>
      {groups.map(({ title, choices }, at) => (
        <div data-count={at === 0 ? said : undefined} role="group" aria-labelledby={`palette-group-${at}`}>
          <div
            id={`palette-group-${at}`}
            role="presentation"
            class="px-3 pt-2 pb-1 text-xs font-semibold text-secondary"
          >
            {title}
          </div>
          {choices.map((choice, nth) => (
            <Choice id={`palette-${at}-${nth}`} choice={choice} />
          ))}
        </div>
      ))}
    </>
  );
};

const searchPath = (typed: string) => `/desk/search?${new URLSearchParams({ q: typed })}`;

const Choice = ({ id, choice }: { id: string; choice: PaletteChoice }) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus, and names its active option
  <div
    role="option"
    id={id}
    aria-selected="false"
    data-href={choice.href}
    data-key={choice.key}
    class="flex cursor-pointer items-baseline gap-3 rounded-field px-3 py-2 hover:bg-base-200 aria-selected:bg-primary aria-selected:text-primary-content"
  >
    <bdi class="min-w-0 truncate">{choice.label}</bdi>
    {choice.detail && <span class="ml-auto max-w-[45%] truncate text-sm opacity-80">{choice.detail}</span>}
    {choice.key && (
      <span aria-hidden="true" class="kbd kbd-sm ml-auto text-base-content">
        {choice.key}
      </span>
    )}
  </div>
);
