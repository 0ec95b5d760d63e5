import type { Child } from 'hono/jsx';
import { FileField, Form, nothingTyped, SelectField, TextArea, TextField, Tick } from '#ui/form.tsx';
import { ticksIn } from '../schema.ts';
import { quotesTexts } from '../texts.ts';
import type { SentProps } from './sent.tsx';

const Folded = ({ title, open, children }: { title: string; open: boolean; children?: Child }) => (
  <details class="mb-3 rounded-box border border-base-300 bg-base-100 px-4 sm:px-5" open={open}>
    <summary class="cursor-pointer rounded-field py-3 font-medium">{title}</summary>
    <div class="pt-1 pb-4">{children}</div>
  </details>
);

/** Takes a quote back, with a reason that the client reads. */
export const WithdrawForm = ({ page, quote, again, newId }: SentProps) => {
  const say = quotesTexts(page.language);
  const mine = again?.from === 'withdraw' ? again : null;
  return (
    <Folded title={say('desk.act.withdraw')} open={mine !== null}>
      <Form action={`/desk/quotes/${quote.id}/withdrawal`} once={newId()}>
        <TextArea
          name="reason"
          label={say('desk.act.withdraw_reason')}
          language={page.language}
          typed={mine?.typed ?? nothingTyped}
          rows={3}
        />
        <button type="submit" class="btn btn-outline btn-error">
          {say('desk.act.withdraw')}
        </button>
      </Form>
    </Folded>
  );
};

/** Writes down an acceptance that was given on paper or by mail, with the document. */
export const ElsewhereForm = ({ page, quote, deciders, again, newId }: SentProps) => {
  const say = quotesTexts(page.language);
  const mine = again?.from === 'elsewhere' ? again : null;
  const common = { language: page.language, typed: mine?.typed ?? nothingTyped };
  const ticks = ticksIn([mine?.typed.values.all_ticks ?? '']);
  return (
    <Folded title={say('desk.act.elsewhere')} open={mine !== null}>
      <p class="mb-3 text-secondary">{say('desk.act.elsewhere_hint')}</p>
      <Form action={`/desk/quotes/${quote.id}/acceptance`} once={newId()} files>
        <SelectField
          {...common}
          name="acceptedBy"
          label={say('desk.act.accepted_by')}
          choices={deciders.map(({ id, name }) => ({ value: id!, label: name }))}
        />
        <TextField {...common} name="name" label={say('desk.act.name')} autocomplete="off" />
        <TextField {...common} name="role" label={say('desk.act.role')} autocomplete="off" />
        {quote.lines.some(({ optional }) => optional) && (
          <fieldset class="mb-5">
            <legend class="mb-1 font-medium">{say('desk.act.ticks')}</legend>
            {quote.lines
              .filter(({ optional }) => optional)
              .map(({ position, description }) => (
                <Tick
                  name="ticks"
                  value={String(position)}
                  label={description}
                  checked={ticks.includes(position)}
                />
              ))}
          </fieldset>
        )}
        <FileField language={page.language} typed={common.typed} kept={mine?.kept ?? []} />
        <button type="submit" class="btn">
          {say('desk.act.record')}
        </button>
      </Form>
    </Folded>
  );
};
