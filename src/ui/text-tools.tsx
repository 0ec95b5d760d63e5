import type { Child } from 'hono/jsx';
import type { Language } from '#lib/language.ts';
import { KeptMarkup } from './kept-markup.ts';
import { uiTexts } from './ui.ts';

/** Each with its keys; the picture on its button stands in `text-tools.css`. */
const tools = [
  { name: 'bold', keys: 'B' },
  { name: 'italic', keys: 'I' },
  { name: 'link', keys: 'K' },
  { name: 'list', keys: 'Shift+8' },
  { name: 'numbers', keys: 'Shift+7' },
  { name: 'quote', keys: 'Shift+.' },
  { name: 'code', keys: 'E' },
] as const;

const Buttons = ({ language }: { language: Language }): Child => {
  const say = uiTexts(language);
  return tools.map(({ name, keys }, at) => (
    <button
      type="button"
      data-tool={name}
      aria-label={say(`tools.${name}`)}
      title={`${say(`tools.${name}`)} (Ctrl+${keys})`}
      tabindex={at === 0 ? 0 : -1}
      class="btn btn-ghost btn-sm btn-square"
    />
  ));
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
