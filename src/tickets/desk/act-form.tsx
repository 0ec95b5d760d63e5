import type { Child } from 'hono/jsx';
import { deskForms } from '#drafts/forms.ts';
import { DiscardForm, DraftKeeper } from '#drafts/keeper.tsx';
import { FileField, Form, nothingTyped, TextArea, type Typed } from '#ui/form.tsx';
import { calledIn } from '../called.ts';
import { lastPublic } from '../crossing.ts';
import { ticketTexts } from '../texts.ts';
import { Preview, PreviewButton } from '../view/preview.tsx';
import type { ActName } from './acts.ts';
import { Crossed } from './crossed.tsx';
import { historyQuery } from './history.tsx';
import { LockIcon } from './icons.tsx';
import type { TicketView } from './load.ts';

export type Look = 'primary' | 'quiet' | 'public' | 'internal';

export interface ActProps {
  readonly view: TicketView;
  readonly look?: Look | undefined;
}

export const pathOf = (view: TicketView): string => `/desk/tickets/${view.ticket.id}`;

/** What was typed into this form: when it is the one that could not be taken, or was not sent yet. */
export function typedIn(view: TicketView, act: ActName): Typed {
  if (view.attempt?.act === act) return view.attempt.typed;
  const draft = view.drafts.get(act);
  return draft ? { values: draft.fields, errors: {} } : nothingTyped;
}

/** Whether this is the form that could not be taken. */
export const wasTried = (view: TicketView, act: ActName): boolean => view.attempt?.act === act;

/** Whether something was written in this form that was not sent: it stands open, wherever it stands. */
export const isBegun = (view: TicketView, act: ActName): boolean =>
  wasTried(view, act) || view.drafts.has(act);

/** The parts of a field that are the same for all fields of one form. */
export const fieldOf = (view: TicketView, act: ActName, name: string) => ({
  name,
  id: `${act}-${name}`,
  language: view.page.language,
  typed: typedIn(view, act),
});

interface ActFormProps extends ActProps {
  readonly act: ActName;
  readonly button?: string;
  readonly files?: boolean;
  /** Both sides read it: what came in meanwhile is read first. */
  readonly isPublic?: boolean;
  readonly children?: Child;
}

/** One act as a form of its own, known by its name on the page and in the address. */
export const ActForm = ({
  view,
  act,
  look = 'quiet',
  button,
  files = false,
  isPublic = false,
  children,
}: ActFormProps) => {
  const place = { ticketId: view.ticket.id, form: act };
  const draft = wasTried(view, act) ? undefined : view.drafts.get(act);
  return (
    <>
      <DiscardForm place={place} draft={draft} />
      <Form
        action={`${pathOf(view)}/${act}${historyQuery(view.part)}`}
        once={view.newId()}
        files={files}
        id={act}
        again={wasTried(view, act)}
        class="scroll-mt-4"
      >
        {isPublic && <input type="hidden" name="seen" value={lastPublic(view.story)} />}
        {isPublic && wasTried(view, act) && <Crossed view={view} />}
        {children}
        {files && (
          <FileField
            id={`${act}-files`}
            language={view.page.language}
            typed={typedIn(view, act)}
            kept={wasTried(view, act) ? (view.attempt?.kept ?? []) : []}
          />
        )}
        {Object.hasOwn(deskForms, act) && <DraftKeeper page={view.page} place={place} draft={draft} />}
        {view.attempt?.isPreview && wasTried(view, act) && <PreviewOf view={view} act={act} />}
        <div class="flex flex-wrap items-center gap-2">
          {button && <Button look={look}>{button}</Button>}
          {files && <PreviewButton page={view.page} />}
        </div>
      </Form>
    </>
  );
};

/** The text of a form as its readers will see it; in a note also who will be told. */
const PreviewOf = ({ view, act }: Pick<ActProps, 'view'> & { act: ActName }) => {
  const text = typedIn(view, act).values.body ?? '';
  const { called } = act === 'notes' ? calledIn(text, view.colleagues, view.me.id) : { called: [] };
  return <Preview page={view.page} texts={[{ text }]} called={called.map(({ said }) => said)} />;
};

const buttons: Record<Look, string> = {
  primary: 'btn btn-primary',
  quiet: 'btn',
  public: 'btn btn-outline btn-primary',
  internal: 'btn btn-neutral',
};

const Button = ({ look, children }: { look: Look; children?: Child }) => (
  <button type="submit" class={buttons[look]}>
    {look === 'internal' && <LockIcon />}
    {children}
  </button>
);

/** The reason that some acts ask for and that the reporter reads. */
export const ReasonField = ({ view, act }: { view: TicketView; act: ActName }) => {
  const say = ticketTexts(view.page.language);
  return (
    <TextArea
      {...fieldOf(view, act, 'reason')}
      label={say('desk.act.reason')}
      hint={say('desk.act.reason_read')}
      rows={3}
      tools
    />
  );
};
