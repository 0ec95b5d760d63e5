import { callerOf } from '#auth/caller.ts';
import { type Form, readForm } from '#auth/form.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { contactOf, idOf, show, type Web } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import type { Contact } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { findQuote } from '../quote.ts';
import { ticksIn } from '../schema.ts';
import { quotesTexts } from '../texts.ts';
import { conflictWords } from '../view/words.ts';
import { type Again, quotePage } from './gather.tsx';

interface Taking {
  readonly scope: Scope;
  readonly contact: Contact;
  readonly id: string;
  readonly form: Form;
  readonly address: string | null;
  readonly userAgent: string;
}

interface Deal {
  readonly from: Again['from'];
  /** What is done apart from the rest, and stays done when that fails. */
  readonly before?: (taking: Taking) => Promise<unknown>;
  readonly work: (taking: Taking) => Promise<unknown>;
  /** The page below the quote's own to go to. */
  readonly to?: string;
  readonly done: 'agree.done' | 'decline.done' | 'ask.done' | 'forward.done' | null;
}

/**
 * Takes one form of a quote's page. Bad input, and a quote that moved on meanwhile, show the page anew, with what
 * was typed and with how things stand.
 */
export async function take(c: Web, { from, before, work, to, done }: Deal): Promise<Response> {
  const id = idOf(c);
  const contact = contactOf(c);
  await findQuote(c.var.scope.db, contact, id);
  const form = await readForm(c);
  const { language } = c.var.page;
  const userAgent = (c.req.header('user-agent') ?? '').slice(0, 500);
  const taking = { contact, id, form, address: callerOf(c), userAgent };
  const ticks = ticksIn(form.all.ticks);
  const again = (typed: Typed) =>
    quotePage(c, { ticks, again: { from, typed }, confirming: from === 'code' });
  const path = `/quotes/${id}${to ? `/${to}` : ''}`;
  try {
    await before?.({ scope: c.var.scope, ...taking });
    return await submit(c, {
      form,
      again,
      work: async (scope) => {
        await work({ scope, ...taking });
        return path;
      },
      done: done ? quotesTexts(language)(`portal.${done}`) : '',
    });
  } catch (error) {
    if (!(error instanceof Conflict)) return showAgain(c, error, form, again);
    const typed = { ...nothingTyped, values: form.values };
    const conflict = conflictWords(error, language);
    return show(c, await quotePage(c, { ticks, again: { from, typed, conflict } }), 409);
  }
}
