import type { Move } from '#tickets/moves.ts';
import { ticketTexts } from '#tickets/texts.ts';
import type { Page } from '#ui/page.ts';
import { FormFoot, Notice } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import type { Room } from './frame.tsx';
import { settingsTexts } from './texts.ts';

const shownAtMost = 50;

interface PreviewProps {
  readonly page: Page;
  readonly room: Room;
  readonly moves: readonly Move[] | null;
  /** What the button says that saves; «Opslaan» where nothing else is said. */
  readonly label?: string;
}

/** The foot of a form that changes the agreement: save it, or see first which open tickets would move. */
export const PreviewFoot = ({ page, room, moves, label }: PreviewProps) => (
  <div id="changes">
    {moves && <Moves page={page} moves={moves} />}
    <div class="flex flex-wrap gap-2">
      <FormFoot label={label ?? uiTexts(page.language)('form.save')} />
      {/* Turbo takes no page as the answer to a form; this one is left to the browser. */}
      <button
        type="submit"
        name="preview"
        value="yes"
        formaction={`/desk/settings/${room}#changes`}
        class="btn mt-2"
        data-turbo="false"
      >
        {settingsTexts(page.language)('preview.do')}
      </button>
    </div>
  </div>
);

const Moves = ({ page, moves }: { page: Page; moves: readonly Move[] }) => {
  const say = settingsTexts(page.language);
  const ticket = ticketTexts(page.language);
  if (moves.length === 0) return <Notice>{say('preview.none')}</Notice>;
  return (
    <Notice kind="warning">
      <p class="font-medium">{say('preview.count', { count: moves.length })}</p>
      <ul class="mt-2 grid gap-2">
        {moves.slice(0, shownAtMost).map(({ id, number, subject, clock, from, to }) => (
          <li>
            <a href={`/desk/tickets/${id}`} class="underline underline-offset-2">
              {ticket('ticket', { number })}
            </a>{' '}
            {subject}
            <span class="block text-secondary">
              {say(`preview.${clock}`)} <Moment at={from} page={page} /> → <Moment at={to} page={page} />
            </span>
          </li>
        ))}
      </ul>
      {moves.length > shownAtMost && (
        <p class="mt-2">{say('preview.more', { count: moves.length - shownAtMost })}</p>
      )}
    </Notice>
  );
};
