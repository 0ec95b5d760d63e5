import type { Page } from './page.ts';
import { uiTexts } from './ui.ts';

interface SearchFieldProps {
  readonly page: Page;
  readonly searched: string | undefined;
}

/** The field in the head of every page that searches everything; at the desk with the palette beside it. */
export const SearchField = ({ page, searched }: SearchFieldProps) =>
  page.person?.kind === 'staff' ? (
    <command-palette src="/desk/palette" class="contents">
      <Field page={page} searched={searched} />
      <Palette page={page} />
    </command-palette>
  ) : (
    <Field page={page} searched={searched} />
  );

const Field = ({ page, searched }: SearchFieldProps) => {
  const say = uiTexts(page.language);
  const desk = page.person?.kind === 'staff';
  return (
    <form
      method="get"
      action={desk ? '/desk/search' : '/search'}
      role="search"
      aria-label={say(desk ? 'search.desk' : 'search.portal')}
      class="order-last flex w-full gap-2 pb-1 sm:order-none sm:mx-auto sm:w-auto sm:max-w-xl sm:flex-1 sm:pb-0"
    >
      <label for="search" class="sr-only">
        {say(desk ? 'search.desk' : 'search.portal')}
      </label>
      <input
        id="search"
        name="q"
        type="search"
        value={searched ?? ''}
        placeholder={say('search.field')}
        autocomplete="off"
        autofocus={searched === ''}
        class="input input-sm w-full min-w-0 text-base pointer-coarse:input-md"
      />
      {desk && (
        <button
          type="button"
          data-open
          class="btn btn-ghost btn-sm hidden px-2 pointer-fine:inline-flex pointer-fine:noscript:hidden"
          aria-haspopup="dialog"
        >
          <span class="sr-only">{say('search.palette')} </span>
          <span class="sr-only">{say('search.palette')}</span>
          <kbd class="kbd kbd-sm">Ctrl K</kbd>
        </button>
      )}
      <button type="submit" class={`btn btn-sm pointer-coarse:btn-md ${desk ? 'pointer-fine:hidden' : ''}`}>
        {say('search.do')}
      </button>
    </form>
  );
};

const Palette = ({ page }: { page: Page }) => {
  const say = uiTexts(page.language);
  return (
    <dialog class="modal modal-top sm:pt-[12vh]" aria-label={say('search.palette')}>
      <div class="modal-box mx-auto flex max-h-[70vh] max-w-xl flex-col rounded-box p-0">
        <div class="flex items-center gap-2 border-b border-base-300 p-2">
          <input
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-label={say('search.palette_label')}
            placeholder={say('search.desk')}
            autocomplete="off"
            spellcheck={false}
            class="input input-ghost w-full text-base focus:outline-none"
          />
          <form method="dialog">
            <button type="submit" class="btn btn-ghost btn-sm">
              <span class="sr-only">{say('search.close')} </span>
              <kbd class="kbd kbd-sm">Esc</kbd>
            </button>
          </form>
        </div>
        <div
          id="palette-list"
          role="listbox"
          aria-label={say('search.palette')}
          class="min-h-40 overflow-y-auto p-2"
        />
        <p role="status" class="sr-only" />
      </div>
    </dialog>
  );
};
