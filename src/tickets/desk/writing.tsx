import type { Child } from 'hono/jsx';
import { TextArea } from '#ui/form.tsx';
import { ticketTexts } from '../texts.ts';
import { ActForm, type ActProps, fieldOf, isBegun, wasTried } from './act-form.tsx';
import { type ActName, writingActs } from './acts.ts';
import { LockIcon } from './icons.tsx';

type WritingAct = 'replies' | 'questions' | 'notes';
const texts = { replies: 'reply', questions: 'ask', notes: 'note' } as const;

/** Where colleagues write: to the client, or to each other. One of them stands open, and nobody can take one for the other. */
export const Composers = ({ view }: ActProps) => {
  const acts = writingActs(view.ticket);
  const begun = acts.find((act) => wasTried(view, act)) ?? acts.find((act) => isBegun(view, act));
  const open = begun ?? (view.ticket.closed_at ? undefined : 'replies');
  return (
    <div class="grid gap-2">
      {acts.map((act) => (
        <Composer view={view} act={act as WritingAct} open={act === open} />
      ))}
    </div>
  );
};

const Composer = ({ view, act, open }: ActProps & { act: WritingAct; open: boolean }) => {
  const say = ticketTexts(view.page.language);
  const Frame = act === 'notes' ? InternalFrame : PublicFrame;
  return (
    <Frame title={say(`desk.act.${texts[act]}.title`)} open={open}>
      <Write view={view} act={act} />
    </Frame>
  );
};

interface FrameProps {
  readonly title: string;
  readonly open: boolean;
  readonly children?: Child;
}

const summary = 'flex w-full cursor-pointer items-center gap-2 rounded-field px-4 py-3 font-semibold';

const PublicFrame = ({ title, open, children }: FrameProps) => (
  <details name="composer" open={open} class="rounded-box border border-base-300 bg-base-100">
    <summary class={summary}>{title}</summary>
    <div class="px-4 pb-4">{children}</div>
  </details>
);

const InternalFrame = ({ title, open, children }: FrameProps) => (
  <details
    name="composer"
    open={open}
    class="rounded-box border-2 border-dashed border-secondary bg-base-300/20"
  >
    <summary class={summary}>
      <LockIcon />
      {title}
    </summary>
    <div class="px-4 pb-4">{children}</div>
  </details>
);

/** The form itself, also for showing again what could not be taken. */
export const Write = ({ view, act }: ActProps & { act: WritingAct }) => {
  const say = ticketTexts(view.page.language);
  return (
    <ActForm
      view={view}
      act={act satisfies ActName}
      look={act === 'notes' ? 'internal' : 'public'}
      button={say(`desk.act.${texts[act]}.do`)}
      files
      isPublic={act !== 'notes'}
    >
      <TextArea
        {...fieldOf(view, act, 'body')}
        label={say(
          act === 'replies' ? 'desk.act.body' : `desk.act.${texts[act as 'questions' | 'notes']}.body`,
        )}
        hint={say(`desk.act.${texts[act]}.hint`)}
        rows={5}
        tools
        names={act === 'notes' ? '/desk/colleagues' : undefined}
      />
    </ActForm>
  );
};
