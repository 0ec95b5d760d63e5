import { Markdown } from './markdown.tsx';

/** Text from a person: its Markdown shown, its line ends kept, its web addresses made links, in its own direction. */
export const Prose = ({ text, class: look = '' }: { text: string; class?: string }) => (
  <div class={`prose-text space-y-2 ${look}`} dir="auto">
    <Markdown text={text} />
  </div>
);
