import type { Hono } from 'hono';
import { allow, type Env, queryOf, show, staffOf } from '#auth/web.ts';
import { csvOf } from '#documents/csv.ts';
import type { Language } from '#lib/language.ts';
import { ticketTexts } from '../texts.ts';
import { OverrulingsPage, path } from './list.tsx';
import { type Overruling, overrulings } from './queries.ts';
import { overrulingTexts } from './texts.ts';

const onAPage = 50;
const inAFile = 50_000;

/** For managers: every time that somebody decided by hand who pays. */
export function overrulingsDesk(app: Hono<Env>): void {
  app.get(path, allow('manager'), async (c) => {
    const { scope, page } = c.var;
    const before = Number(/^\d{1,15}$/.exec(queryOf(c, 'before'))?.[0]) || undefined;
    const { rows, next } = await overrulings(scope.db, staffOf(c), { before, atMost: onAPage });
    return show(c, <OverrulingsPage page={page} rows={rows} next={next} before={before} />);
  });

  app.get(`${path}.csv`, allow('manager'), async (c) => {
    const { scope, page } = c.var;
    const { rows } = await overrulings(scope.db, staffOf(c), { atMost: inAFile });
    const name = overrulingTexts(page.language)('file');
    return c.body(csv(rows, page.language), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });
}

const columns = [
  'at',
  'who',
  'number',
  'subject',
  'organisation',
  'site',
  'from',
  'rule',
  'to',
  'reason',
] as const;

function csv(rows: readonly Overruling[], language: Language): string {
  const say = overrulingTexts(language);
  const sayTicket = ticketTexts(language);
  return csvOf(
    columns.map((each) => say(`head.${each}`)),
    rows.map((row) => [
      row.at,
      row.who,
      row.number,
      row.subject,
      row.organisation,
      row.site,
      row.was ? sayTicket(`costs.payer.${row.was.payer}`) : null,
      row.was?.rule ? sayTicket(`costs.rule.${row.was.rule}`) : null,
      row.payer ? sayTicket(`costs.payer.${row.payer}`) : say('back'),
      row.reason,
    ]),
  );
}
