import type { Page } from '#ui/page.ts';
import type { StoryFile } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import { saySize } from './size.ts';

/** Files with their size: pictures as thumbnails in a box of fixed size, everything else as a download. */
export const FileList = ({ files, page }: { files: readonly StoryFile[]; page: Pick<Page, 'language'> }) => {
  if (files.length === 0) return null;
  const say = ticketTexts(page.language);
  return (
    <ul aria-label={say('view.files')} class="mt-3 flex flex-wrap gap-3">
      {files.map((file) => (
        <li class="flex max-w-full items-center gap-3 rounded-box border border-base-300 p-2">
          {file.imageType && <Thumbnail file={file} label={say('view.open_image')} />}
          <a href={`/attachments/${file.id}`} class="min-w-0 text-sm" data-turbo="false">
            <span class="sr-only">{say('view.download')} </span>
            <bdi class="block max-w-48 truncate text-primary underline underline-offset-2">{file.name}</bdi>
            <span class="text-secondary tabular-nums">{saySize(file.size, page.language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};

const Thumbnail = ({ file, label }: { file: StoryFile; label: string }) => (
  <a href={`/attachments/${file.id}?show`} class="block shrink-0" data-turbo="false">
    <img
      src={`/attachments/${file.id}?show`}
      alt={file.name}
      loading="lazy"
      width="80"
      height="80"
      class="size-20 rounded-field bg-base-200 object-cover"
    />
    <span class="sr-only"> ({label})</span>
  </a>
);
