import { callingOnPage } from './manner.ts';
import { Markdown } from './markdown.tsx';

interface ProseProps {
  readonly text: string;
  /** The words by which people are called in it. */
  readonly called?: readonly string[];
  readonly class?: string;
}

/** Text from a person: its Markdown shown, its line ends kept, its web addresses made links, in its own direction. */
export const Prose = ({ text, called = [], class: look = '' }: ProseProps) => (
  <div class={`prose-text space-y-2 ${look}`} dir="auto">
    <Markdown text={text} manner={callingOnPage(called)} />
  </div>
);
