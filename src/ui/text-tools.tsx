import type { Child } from 'hono/jsx';
import type { Language } from '#lib/language.ts';
import { KeptMarkup } from './kept-markup.ts';
import { uiTexts } from './ui.ts';

/** Each with its keys and the picture on its button, on a grid of 16. */
const tools = [
  {
    name: 'bold',
    keys: 'B',
    icon: 'M4.5 2.5h4a2.75 2.75 0 0 1 0 5.5h-4zm0 5.5h4.75a2.75 2.75 0 0 1 0 5.5H4.5z',
  },
  { name: 'italic', keys: 'I', icon: 'M6.5 2.5h6m-9 11h6m.5-11-4 11' },
  {
    name: 'link',
    keys: 'K',
    icon: 'M6.5 9.5a2.75 2.75 0 0 0 4 .25l2.25-2.25a2.8 2.8 0 0 0-4-4L7.5 4.75m2 1.75a2.75 2.75 0 0 0-4-.25L3.25 8.5a2.8 2.8 0 0 0 4 4l1.25-1.25',
  },
  { name: 'list', keys: 'Shift+8', icon: 'M6.5 3.5h7m-7 4.5h7m-7 4.5h7M2.75 3.5h.5m-.5 4.5h.5m-.5 4.5h.5' },
  {
    name: 'numbers',
    keys: 'Shift+7',
    icon: 'M6.5 3.5h7m-7 4.5h7m-7 4.5h7M2 2.5l1-.5v3.5M2 9.25c0-1.5 2-1.25 2 0 0 .75-2 1.5-2 2.5h2',
  },
  { name: 'quote', keys: 'Shift+.', icon: 'M2.5 2.5v11m4-9h7M6.5 8h7m-7 3.5h5' },
  { name: 'code', keys: 'E', icon: 'm5.5 4.5-3.5 3.5 3.5 3.5m5-7L14 8l-3.5 3.5' },
] as const;

const Icon = ({ path }: { path: string }) => (
  <svg
    class="size-4"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    aria-hidden="true"
  >
    <path d={path} stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);

const Buttons = ({ language }: { language: Language }): Child => {
  const say = uiTexts(language);
  return (
    <>
      {tools.map(({ name, keys, icon }, at) => (
        <button
          type="button"
          data-tool={name}
          aria-label={say(`tools.${name}`)}
          title={`${say(`tools.${name}`)} (Ctrl+${keys})`}
          tabindex={at === 0 ? 0 : -1}
          class="btn btn-ghost btn-sm btn-square"
        >
          <Icon path={icon} />
        </button>
      ))}
    </>
  );
};

const kept = new KeptMarkup(2);

/** The Markdown tools of the field with this id. Without scripts there are none, and the field is just a field. */
export const TextTools = ({ id, language }: { id: string; language: Language }) => (
  <text-tools class="mt-1 hidden scripted:block">
    <div
      role="toolbar"
      aria-label={uiTexts(language)('tools.title')}
      aria-controls={id}
      class="-ml-1 flex flex-wrap"
    >
      {kept.of(language, [], () => (
        <Buttons language={language} />
      ))}
    </div>
  </text-tools>
);
