import { Prose } from '#ui/prose.tsx';
import type { PublicEntry } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import { FileList } from '../view/file-list.tsx';
import type { Shown } from './shown.ts';

/** What the agency wrote with a step, and its files. */
export const Quoted = ({
  page,
  entry,
  intro,
}: Shown & { entry: PublicEntry | undefined; intro: 'asks' | 'says' }) =>
  entry?.body ? (
    <div class="mb-4">
      <p class="text-sm text-secondary">
        {ticketTexts(page.language)(`portal.now.${intro}`, { name: entry.by?.name ?? page.brand.name })}
      </p>
      <Quote text={entry.body} />
      <FileList files={entry.files} page={page} />
    </div>
  ) : null;

export const Quote = ({ text }: { text: string }) => (
  <blockquote class="my-2 border-l-4 border-base-300 pl-3">
    <Prose text={text} />
  </blockquote>
);

/** The last that happened of these kinds. */
export const lastOf = (story: readonly PublicEntry[], types: readonly string[]) =>
  story.findLast(({ type }) => types.includes(type));
