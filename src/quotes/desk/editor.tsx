import { languages } from '#lib/language.ts';
import { MendNotice, SelectField, TextArea, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Heading, Section } from '#ui/parts.tsx';
import { numberOf, type Quote } from '../quote.ts';
import { quoteName } from '../shown.ts';
import { quotesTexts } from '../texts.ts';
import { QuoteHead } from './head.tsx';
import { Lines } from './lines.tsx';

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
