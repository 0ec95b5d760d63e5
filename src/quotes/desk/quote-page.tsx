import type { Form } from '#auth/form.ts';
import { showAgain } from '#auth/submit.ts';
import { idOf, show, staffOf, type Web } from '#auth/web.ts';
import { historyOf } from '#events/history.tsx';
import { lastEvent } from '#events/seen.ts';
import { Conflict } from '#lib/errors.ts';
import { budgetHolders } from '#tickets/research/people.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { acceptanceOf, draftAfter, newerVersion } from '../queries.ts';
import { findQuote } from '../quote.ts';
import { conflictWords, inWords } from '../view/words.ts';
import { EditorPage } from './editor.tsx';
import { SentPage, type SentProps } from './sent.tsx';

type Again = (typed: Typed) => unknown;

/** Takes a form; shows its page anew where it cannot be taken, and where the quote moved on meanwhile. */
export async function mended(
  c: Web,
  from: NonNullable<SentProps['again']>['from'],
  form: Form,
  work: (again: Again) => Promise<Response>,
  kept: NonNullable<SentProps['again']>['kept'] = [],
): Promise<Response> {
  const { language } = c.var.page;
  const again: Again = (typed) => quotePage(c, { from, typed: inWords(typed, language), kept });
  try {
    return await work(again);
  } catch (error) {
    if (!(error instanceof Conflict)) return showAgain(c, error, form, again);
    const typed = { ...nothingTyped, values: form.values };
    return show(c, await quotePage(c, { from, typed, kept, conflict: conflictWords(error, language) }), 409);
  }
}

/** The page of a quote: its editor while it is a draft, else what can be done with it. */
export async function quotePage(c: Web, again: SentProps['again'] = null) {
  const { scope, page } = c.var;
  const { db } = scope;
  const quote = await findQuote(db, staffOf(c), idOf(c));
  const subject = { type: 'quote', id: quote.id } as const;
  const common = { page, quote, newId: scope.newId };
  if (quote.state === 'draft') {
    const [seen, replaces] = await Promise.all([
      lastEvent(db, subject),
      quote.replacesId ? findQuote(db, staffOf(c), quote.replacesId) : null,
    ]);
    return <EditorPage {...common} typed={again?.typed ?? nothingTyped} seen={seen} replaces={replaces} />;
  }
  const [acceptance, deciders, newer, draft, history] = await Promise.all([
    acceptanceOf(db, quote.id),
    budgetHolders(scope.db, quote.organisationId),
    quote.state === 'replaced' ? newerVersion(db, quote) : null,
    draftAfter(db, quote.id),
    historyOf(db, subject),
  ]);
  return (
    <SentPage
      {...common}
      acceptance={acceptance}
      deciders={deciders}
      newer={newer}
      draft={draft}
      history={history}
      again={again}
    />
  );
}
