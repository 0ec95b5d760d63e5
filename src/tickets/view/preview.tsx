import type { Page } from '#ui/page.ts';
import { Prose } from '#ui/prose.tsx';
import { ticketTexts } from '../texts.ts';

/** Asks for the form again with its text as it will be read; sends nothing. */
export const PreviewButton = ({ page, of = 'yes' }: { page: Page; of?: string }) => (
  <button type="submit" name="preview" value={of} class="btn btn-ghost">
    {ticketTexts(page.language)('view.preview.do')}
  </button>
);

interface PreviewProps {
  readonly page: Page;
  /** What was typed, with the question that it answers where there are several. */
  readonly texts: readonly { readonly label?: string; readonly text: string }[];
  /** The words by which people are called in it. */
  readonly called?: readonly string[];
}

/** What was typed, as its readers will see it. Whoever asked for it is led here, and finds the buttons after it. */
export const Preview = ({ page, texts, called = [] }: PreviewProps) => {
  const title = ticketTexts(page.language)('view.preview.shown');
  return (
    <section
      class="mb-4 scroll-mt-4 scroll-mb-20 rounded-box border border-base-300 bg-base-100 p-3"
      aria-label={title}
      tabindex={-1}
      autofocus
    >
      <p class="mb-2 text-sm text-secondary">{title}</p>
      {texts.map(({ label, text }) => (
        <>
          {label && <p class="font-semibold">{label}</p>}
          <Prose text={text} called={called} class={label ? 'mb-3 last:mb-0' : ''} />
        </>
      ))}
    </section>
  );
};
