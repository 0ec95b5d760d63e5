import type { Child } from 'hono/jsx';
import { FileField, Form, MendNotice, TextArea } from '#ui/form.tsx';
import { ticketTexts } from '../texts.ts';
import { Discard, Keeper } from './drafts.tsx';
import { Seen } from './seen.tsx';
import { leftOver, type Shown, typedIn } from './shown.ts';
import { WrittenFoot } from './written.tsx';

/** The answer to a question: the first thing on the page while the ticket waits for it. */
export const AnswerForm = (shown: Shown) => {
  const { page, ticket, newOnce } = shown;
  const say = ticketTexts(page.language);
  const { typed, kept } = typedIn(shown, 'message');
  return (
    <>
      <Discard {...shown} from="message" />
      <Form
        action={`/tickets/${ticket.id}/messages`}
        once={newOnce()}
        files
        id="answer"
        again={shown.again !== null}
      >
        <MendNotice typed={typed} language={page.language} />
        <Seen {...shown} from="message" />
        <TextArea
          name="body"
          label={say('portal.answer.label')}
          language={page.language}
          typed={typed}
          tools
        />
        <FileField language={page.language} typed={typed} kept={kept} />
        <Keeper {...shown} from="message" />
        <WrittenFoot {...shown} from="message" label={say('portal.answer.send')} />
      </Form>
    </>
  );
};

/** Takes an ended ticket up again. */
export const ReopenForm = (shown: Shown) => {
  const { page, ticket, newOnce } = shown;
  const say = ticketTexts(page.language);
  const { typed, kept } = typedIn(shown, 'reopening');
  return (
    <Folded title={say('portal.reopen.title')} open={typed.values.body !== undefined} look="btn">
      <Discard {...shown} from="reopening" />
      <Form
        action={`/tickets/${ticket.id}/reopening`}
        once={newOnce()}
        files
        id="reopening"
        again={shown.again !== null}
      >
        <MendNotice typed={typed} language={page.language} />
        <Seen {...shown} from="reopening" />
        <TextArea
          name="body"
          label={say('portal.reopen.label')}
          language={page.language}
          typed={typed}
          tools
        />
        <FileField language={page.language} typed={typed} kept={kept} />
        <Keeper {...shown} from="reopening" />
        <WrittenFoot {...shown} from="reopening" label={say('portal.reopen.send')} />
      </Form>
    </Folded>
  );
};

/** Something to add or to ask, while nobody waits for it. */
export const AddForm = (shown: Shown) => {
  const { page, ticket, newOnce } = shown;
  const say = ticketTexts(page.language);
  const { typed, kept } = typedIn(shown, 'message');
  return (
    <Card>
      <Folded title={say('portal.add.title')} open={typed.values.body !== undefined}>
        <Discard {...shown} from="message" />
        <Form
          action={`/tickets/${ticket.id}/messages`}
          once={newOnce()}
          files
          id="message"
          again={shown.again !== null}
        >
          <MendNotice typed={typed} language={page.language} />
          <Seen {...shown} from="message" />
          <TextArea
            name="body"
            id="message-body"
            label={say('portal.add.label')}
            language={page.language}
            typed={typed}
            tools
          />
          <FileField id="message-files" language={page.language} typed={typed} kept={kept} />
          <Keeper {...shown} from="message" />
          <WrittenFoot {...shown} from="message" label={say('portal.add.send')} />
        </Form>
      </Folded>
    </Card>
  );
};

/** The ticket is no longer needed; the reason is asked for. */
export const WithdrawForm = (shown: Shown) => {
  const { page, ticket, newOnce } = shown;
  const say = ticketTexts(page.language);
  const { typed } = typedIn(shown, 'withdrawal');
  return (
    <Card>
      <Folded title={say('portal.withdraw.title')} open={typed.values.reason !== undefined}>
        <p class="mb-4">{say('portal.withdraw.intro')}</p>

        <Discard {...shown} from="withdrawal" />
        <Form
          action={`/tickets/${ticket.id}/withdrawal`}
          once={newOnce()}
          id="withdrawal"
          again={shown.again !== null}
        >
          <MendNotice typed={typed} language={page.language} />
          <TextArea
            name="reason"
            label={say('portal.withdraw.label')}
            rows={2}
            language={page.language}
            typed={typed}
          />
          <Keeper {...shown} from="withdrawal" />
          <button type="submit" class="btn btn-outline btn-error">
            {say('portal.withdraw.send')}
          </button>
        </Form>
      </Folded>
    </Card>
  );
};

/** What was typed on a page that was out of date and has no field any more: to be copied, not lost. */
export const KeptText = (shown: Shown) => {
  const text = leftOver(shown);
  if (!text) return null;
  const say = ticketTexts(shown.page.language);
  return (
    <Card stays>
      <label for="kept-text" class="block font-medium">
        {say('portal.kept.label')}
      </label>
      <p class="text-sm text-secondary">{say('portal.kept.hint')}</p>
      <textarea id="kept-text" class="textarea mt-1 w-full text-base" rows={4} readonly dir="auto">
        {`\n${text}`}
      </textarea>
    </Card>
  );
};

const Card = ({ stays, children }: { stays?: boolean; children?: Child }) => (
  <section data-stays={stays} class="mb-6 rounded-box border border-base-300 bg-base-100 p-4 sm:p-5">
    {children}
  </section>
);

interface FoldedProps {
  readonly title: string;
  readonly open: boolean;
  readonly look?: string;
  readonly children?: Child;
}

/** A form that stays folded until it is wanted, or until it has to be mended. */
const Folded = ({ title, open, look = 'py-1 text-lg font-semibold', children }: FoldedProps) => (
  <details open={open}>
    <summary class={`cursor-pointer marker:text-secondary ${look}`}>{title}</summary>
    <div class="mt-4">{children}</div>
  </details>
);
