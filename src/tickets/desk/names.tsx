import type { Page } from '#ui/page.ts';
import { ticketTexts } from '../texts.ts';
import type { Colleague } from './options.ts';
import { awayWords } from './others.tsx';

/** The colleagues who can be called in a note, for the list at the `@`; which of them fit shows while it is typed. */
export const Names = ({ page, colleagues }: { page: Page; colleagues: readonly Colleague[] }) => {
  const say = ticketTexts(page.language);
  return (
    <>
      <div
        id="names"
        role="listbox"
        aria-label={say('desk.names.title')}
        data-how={say('desk.names.how')}
        class="absolute z-10 max-h-56 w-max max-w-full overflow-y-auto rounded-box border border-base-300 bg-base-100 p-1 shadow-lg"
        hidden
      >
        {colleagues.map((colleague) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and names its active option
          <div
            id={`name-${colleague.id}`}
            role="option"
            tabindex={-1}
            aria-selected="false"
            data-name={colleague.name}
            class="cursor-pointer rounded-field px-3 py-2 aria-selected:bg-primary aria-selected:text-primary-content"
          >
            <bdi>{colleague.name}</bdi>
            {awayWords(colleague, page).map((words) => (
              <span class="block text-sm">{words}</span>
            ))}
          </div>
        ))}
      </div>
      <p role="status" class="sr-only" />
    </>
  );
};
