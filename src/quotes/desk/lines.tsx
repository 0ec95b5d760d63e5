import { vatKinds } from '#costs/vat.ts';
import { euroWords, hundredthsField } from '#lib/money.ts';
import { SelectField, TextField, Tick, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { totalsWith } from '../amounts.ts';
import type { Quote } from '../quote.ts';
import { lineKinds } from '../schema.ts';
import { quotesTexts } from '../texts.ts';
import { TotalsList } from '../view/document.tsx';
import { field, rowsIn } from './rows.ts';

interface LinesProps {
  readonly page: Page;
  readonly quote: Quote;
  readonly typed: Typed;
}

/** The lines of a quote, each a part of the form, and an empty one below. */
export const Lines = (props: LinesProps) => {
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

interface LineProps extends LinesProps {
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
