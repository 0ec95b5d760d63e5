import { vatKinds } from '#costs/vat.ts';
import { languages } from '#lib/language.ts';
import { euroWords, hundredthsField } from '#lib/money.ts';
import { MendNotice, SelectField, TextArea, TextField, Tick, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Heading, Section } from '#ui/parts.tsx';
import { totalsWith } from '../amounts.ts';
import { numberOf, type Quote } from '../quote.ts';
import { lineKinds } from '../schema.ts';
import { quoteName } from '../shown.ts';
import { quotesTexts } from '../texts.ts';
import { TotalsList } from '../view/document.tsx';
import { QuoteHead } from './head.tsx';
import { field, rowsIn } from './rows.ts';

interface EditorProps {
  readonly page: Page;
  readonly quote: Quote;
  /** The number that it will get as a new version. */
  readonly replaces: Pick<Quote, 'year' | 'number'> | null;
  readonly typed: Typed;
  readonly seen: number;
  readonly newId: () => string;
}

/** A draft at the desk: everything in one form, each of whose buttons saves it. */
export const EditorPage = (props: EditorProps) => {
  const { page, quote, replaces, typed, seen, newId } = props;
  const say = quotesTexts(page.language);
  const at = `/desk/quotes/${quote.id}`;
  return (
    <Layout page={page} face="desk" title={`${quoteName(quote, page.language)}: ${quote.title}`}>
      <Heading title={quote.title}>
        <a class="btn" href={`${at}/pdf`} data-turbo="false">
          {say('desk.edit.preview')}
        </a>
      </Heading>
      <QuoteHead page={page} quote={quote} />
      {replaces && <p class="mb-4">{say('desk.edit.replaces', { number: numberOf(replaces) ?? '' })}</p>}
      <MendNotice typed={typed} language={page.language} />
      <form method="post" action={at} novalidate>
        {/* the first button is the one that the enter key presses */}
        <button type="submit" name="act" value="save" class="sr-only" tabindex={-1}>
          {say('desk.edit.save')}
        </button>
        <input type="hidden" name="once" value={newId()} />
        <input type="hidden" name="seen" value={String(seen)} />
        <FactFields {...props} />
        <Lines {...props} />
        <Section title={say('desk.edit.conditions')}>
          <TextArea
            name="conditions"
            label={say('desk.edit.conditions')}
            hint={say('desk.edit.conditions_hint')}
            language={page.language}
            typed={typed}
            value={quote.conditions}
            rows={6}
          />
        </Section>
        <div class="mb-6 flex flex-wrap items-center gap-2">
          <button type="submit" name="act" value="send" class="btn btn-primary">
            {say('desk.edit.send')}
          </button>
          <button type="submit" name="act" value="save" class="btn">
            {say('desk.edit.save')}
          </button>
          <p class="w-full text-sm text-secondary">{say('desk.edit.after_send')}</p>
        </div>
      </form>
      <Act action={`${at}/removal`} once={newId()} label={say('desk.edit.discard')} look="danger" />
    </Layout>
  );
};

const FactFields = ({ page, quote, typed }: EditorProps) => {
  const say = quotesTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <Section title={say('desk.edit.facts')}>
      <TextField {...common} name="title" label={say('desk.title_field')} value={quote.title} />
      <TextArea
        {...common}
        name="introduction"
        label={say('desk.edit.introduction')}
        value={quote.introduction}
        rows={3}
        optional
      />
      <div class="grid gap-x-6 sm:grid-cols-3">
        <TextField
          {...common}
          name="valid_until"
          type="date"
          label={say('desk.edit.valid_until')}
          value={quote.validUntil}
        />
        <TextField
          {...common}
          name="planned_on"
          type="date"
          label={say('desk.edit.planned_on')}
          hint={quote.ticketId ? say('desk.edit.planned_hint') : undefined}
          value={quote.plannedOn ?? ''}
          optional
        />
        <SelectField
          {...common}
          name="language"
          label={say('desk.edit.language')}
          value={quote.language}
          choices={languages.map((value) => ({ value, label: say(`desk.edit.languages.${value}`) }))}
        />
      </div>
    </Section>
  );
};

const Lines = (props: EditorProps) => {
  const { page, quote, typed } = props;
  const say = quotesTexts(page.language);
  const typedRows = rowsIn(typed.values);
  const rows = typedRows.length ? typedRows : quote.lines.map((_, row) => row);
  const last = rows.at(-1);
  const lastIsBlank =
    last !== undefined && !quote.lines[last] && !typed.values[field(last, 'description')]?.trim();
  const blank = lastIsBlank ? [] : [(last ?? -1) + 1];
  const all = quote.lines.map(({ position }) => position);
  const withAll = totalsWith(quote.lines, all);
  const euro = (cents: number) => euroWords(cents, page.language);
  return (
    <Section title={say('desk.edit.lines')} id="lines">
      {[...rows, ...blank].map((row, index) => (
        <LineFields {...props} row={row} index={index} isNew={blank.includes(row)} />
      ))}
      <button type="submit" name="act" value="add" class="btn">
        {say('desk.edit.add')}
      </button>
      {quote.lines.length > 0 && <TotalsList page={page} quote={quote} ticks={[]} />}
      {quote.lines.some(({ optional }) => optional) && (
        <p class="mt-2 text-right text-sm text-secondary">
          {say('desk.edit.with_options', { net: euro(withAll.netCents), gross: euro(withAll.grossCents) })}
        </p>
      )}
    </Section>
  );
};

interface LineProps extends EditorProps {
  /** Its number among the fields, and its place on the page. */
  readonly row: number;
  readonly index: number;
  readonly isNew: boolean;
}

const LineFields = ({ page, quote, typed, row, index, isNew }: LineProps) => {
  const say = quotesTexts(page.language);
  const common = { language: page.language, typed };
  const line = quote.lines[row];
  const shown = (value: number | undefined) =>
    value === undefined ? '' : hundredthsField(value, page.language);
  const isTyped = typed.values[field(row, 'description')] !== undefined;
  return (
    <fieldset class="mb-4 rounded-box border border-base-300 p-3" id={`line-${index + 1}`}>
      <legend class="px-1 font-medium">
        {isNew ? say('desk.edit.new_line') : say('desk.edit.line', { number: index + 1 })}
      </legend>
      {isNew && <p class="mb-2 text-sm text-secondary">{say('desk.edit.new_line_hint')}</p>}
      <TextField
        {...common}
        name={field(row, 'description')}
        label={say('desk.edit.description')}
        value={line?.description ?? ''}
        autocomplete="off"
      />
      <div class="grid gap-x-4 sm:grid-cols-4">
        <SelectField
          {...common}
          name={field(row, 'kind')}
          label={say('desk.edit.kind')}
          value={line?.kind ?? 'hours'}
          choices={lineKinds.map((value) => ({ value, label: say(`desk.edit.kinds.${value}`) }))}
        />
        <TextField
          {...common}
          name={field(row, 'quantity')}
          label={say('desk.edit.quantity')}
          value={line ? shown(line.quantity) : '1'}
          autocomplete="off"
        />
        <TextField
          {...common}
          name={field(row, 'price')}
          label={say('desk.edit.price')}
          value={shown(line?.unitCents)}
          autocomplete="off"
        />
        <SelectField
          {...common}
          name={field(row, 'vat')}
          label={say('desk.edit.vat')}
          value={line?.vat ?? 'standard'}
          choices={vatKinds.map((value) => ({ value, label: say(`vat.${value}`) }))}
        />
      </div>
      <Tick
        name={field(row, 'optional')}
        label={say('desk.edit.optional')}
        checked={isTyped ? typed.values[field(row, 'optional')] !== undefined : (line?.optional ?? false)}
      />
      {!isNew && (
        <button type="submit" name="act" value={`remove-${row}`} class="btn btn-ghost btn-sm">
          {say('desk.edit.remove')}
          <span class="sr-only"> {index + 1}</span>
        </button>
      )}
    </fieldset>
  );
};
