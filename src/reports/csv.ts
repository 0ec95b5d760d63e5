import type { Web } from '#auth/web.ts';
import { csvOf } from '#documents/csv.ts';
import { ticketTexts } from '#tickets/texts.ts';
import { askedOf } from './load.ts';
import type { Month } from './month.ts';
import { type MonthTicket, monthTickets } from './queries.ts';
import { reportTexts } from './texts.ts';

type Column = keyof MonthTicket;

const columns = [
  'number',
  'subject',
  'organisation',
  'site',
  'priority',
  'kind',
  'state',
  'assignee',
  'reported_at',
  'response_due',
  'response_met_at',
  'response',
  'solution_due',
  'solution_met_at',
  'solution',
  'expected_at',
  'expected',
] as const satisfies readonly Column[];

/** The tickets of a month as a file; who solved them is for the agency only. */
export async function monthFile(
  c: Web,
  organisationId: string | undefined,
  { people }: { people: boolean },
): Promise<Response> {
  const { language } = c.var.page;
  const asked = await askedOf(c, organisationId);
  const say = reportTexts(language);
  const ticket = ticketTexts(language);
  const shown = columns.filter((column) => people || column !== 'assignee');
  const words = (row: MonthTicket, column: Column) => {
    if (column === 'priority') return ticket(`priority.${row.priority}`);
    if (column === 'state') return ticket(`state.${row.state}`);
    if (column === 'kind') return ticket(`costs.short.${row.kind}`);
    if (column === 'response' || column === 'solution' || column === 'expected')
      return row[column] === 'none' ? '' : say(`promises.${row[column] as 'kept'}`);
    return row[column];
  };
  const rows = await monthTickets(c.var.scope.db, asked);
  const text = csvOf(
    shown.map((column) => say(`file.${column}`)),
    rows.map((row) => shown.map((column) => words(row, column))),
  );
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName(asked.month, language)}"`,
  });
}

const fileName = ({ name }: Month, language: 'nl' | 'en') =>
  `${language === 'nl' ? 'meldingen' : 'tickets'}-${name}.csv`;
