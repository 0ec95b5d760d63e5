import type { Addressee } from '#mail/outbox.ts';
import { ErrorLine } from '#ui/field.tsx';
import { Form, MendNotice, nothingTyped, SelectField, TextArea, TextField, type Typed } from '#ui/form.tsx';
import { FormFoot, Section } from '#ui/parts.tsx';
import { feeWords } from '../research/shown.ts';
import { ticketTexts } from '../texts.ts';
import type { DecisionProps } from './decision.tsx';
import type { Tried } from './decision-view.ts';

const typedIn = (tried: Tried | null, from: Tried['from']): Typed =>
  tried?.from === from ? tried.typed : nothingTyped;

/** Name, role, and the consent last of all; what stood on the page goes along as a hash. */
export const AcceptForm = ({ view }: DecisionProps) => {
  const { page, ticket, open, contact, newOnce, tried } = view;
  if (!open) return null;
  const say = ticketTexts(page.language);
  const typed = typedIn(tried, 'acceptance');
  const error = typed.errors.consent;
  const { language } = page;
  return (
    <Section>
      <Form action={`/tickets/${ticket.id}/decision/acceptance`} once={newOnce()} id="acceptance">
        <MendNotice typed={typed} language={language} />
        <input type="hidden" name="ask" value={open.ask.id} />
        <input type="hidden" name="shown" value={open.shown.hash} />
        <TextField
          name="name"
          label={say('research.page.your_name')}
          value={contact.name}
          autocomplete="name"
          language={language}
          typed={typed}
        />
        <TextField
          name="role"
          label={say('research.page.your_role')}
          hint={say('research.page.your_role_hint')}
          autocomplete="organization-title"
          language={language}
          typed={typed}
        />
        <label class="flex cursor-pointer gap-3 rounded-box border border-base-300 p-3 has-checked:border-primary has-checked:outline has-checked:outline-primary">
          {/* never ticked by the program, not even when the page is shown again: it may say something else now */}
          <input
            type="checkbox"
            class="checkbox checkbox-primary mt-0.5"
            name="consent"
            value="on"
            required
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'consent-error' : 'evidence'}
          />
          <span class="font-medium">{open.shown.consent}</span>
        </label>
        <ErrorLine name="consent" error={error} language={language} />
        <p id="evidence" class="mt-2 mb-4 text-sm text-secondary">
          {say('research.page.evidence')}
        </p>
        <button type="submit" class="btn btn-primary btn-lg h-auto min-h-12 w-full py-2">
          {say('research.page.accept', feeWords(open.ask.feeCents, language))}
        </button>
      </Form>
    </Section>
  );
};

/** The other choice: no research, no costs, and no ticket any more. */
export const DropForm = ({ view }: DecisionProps) => {
  const { page, ticket, open, newOnce, tried, reopenDays } = view;
  if (!open) return null;
  const say = ticketTexts(page.language);
  const typed = typedIn(tried, 'refusal');
  if (!view.mayDecline)
    return <p class="mb-6 text-secondary">{say('research.page.drop_may_not', { name: ticket.reporter })}</p>;
  return (
    <Section>
      <details open={tried?.from === 'refusal'}>
        <summary class="cursor-pointer py-1 text-lg font-semibold marker:text-secondary">
          {say('research.page.or_drop')}
        </summary>
        <p class="mt-3 mb-4">{say('research.page.drop_intro', { reopen: reopenDays })}</p>
        <Form action={`/tickets/${ticket.id}/decision/refusal`} once={newOnce()} id="refusal">
          <MendNotice typed={typed} language={page.language} />
          <input type="hidden" name="ask" value={open.ask.id} />
          <TextArea
            name="reason"
            label={say('research.page.drop_reason')}
            rows={2}
            optional
            language={page.language}
            typed={typed}
          />
          <button type="submit" class="btn btn-outline">
            {say('research.page.drop')}
          </button>
        </Form>
      </details>
    </Section>
  );
};

/** Passes the choice on to one of those who may agree. */
export const ForwardForm = ({ view, people }: DecisionProps & { people: readonly Addressee[] }) => {
  const { page, ticket, open, newOnce, tried } = view;
  const say = ticketTexts(page.language);
  const typed = typedIn(tried, 'forwarding');
  return (
    <Form action={`/tickets/${ticket.id}/decision/forwarding`} once={newOnce()} id="forward-form">
      <MendNotice typed={typed} language={page.language} />
      {open && <input type="hidden" name="ask" value={open.ask.id} />}
      <SelectField
        name="person"
        label={say('research.page.forward_to')}
        hint={say('research.page.forward_hint')}
        value={people[0]?.id ?? ''}
        choices={people.map(({ id, name }) => ({ value: id ?? '', label: name }))}
        language={page.language}
        typed={typed}
      />
      <TextArea
        name="note"
        label={say('research.page.note')}
        hint={say('research.page.note_hint')}
        rows={3}
        optional
        language={page.language}
        typed={typed}
      />
      <FormFoot label={say('research.page.send')} />
    </Form>
  );
};
