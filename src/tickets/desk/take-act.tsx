import type { z } from 'zod';
import { type Form, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { idOf, safePath, show, staffOf, type Web } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { forgetDraft } from '#drafts/drafts.ts';
import type { Staff } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { writes } from '#live/presence.ts';
import type { Typed } from '#ui/form.tsx';
import { refuseCrossed } from '../crossing.ts';
import { type HandedIn, handIn, parseWithFiles } from '../hand-in.ts';
import { findTicket } from '../queries.ts';
import { ticketTexts } from '../texts.ts';
import type { ActName } from './acts.ts';
import { historyPart, historyQuery } from './history.tsx';
import { type Attempt, loadView } from './load.ts';
import { TicketPage } from './ticket.tsx';

interface Taken<T> {
  readonly scope: Scope;
  readonly staff: Staff;
  readonly id: string;
  readonly input: T;
  readonly attachmentIds: readonly string[];
}

interface Act<S extends z.ZodType> {
  readonly act: ActName;
  readonly schema: S;
  readonly work: (taken: Taken<z.output<S>>) => Promise<unknown>;
  readonly done: (say: ReturnType<typeof ticketTexts>, form: Form) => string;
}

/**
 * Takes the form of one act on the ticket in the address. What cannot be taken shows the ticket again with
 * everything that was typed; what somebody else did meanwhile is said as well.
 */
export async function takeAct<S extends z.ZodType>(
  c: Web,
  { act, schema, work, done }: Act<S>,
): Promise<Response> {
  const { page, scope } = c.var;
  const staff = staffOf(c);
  const id = idOf(c);
  await findTicket(scope.db, staff, id);
  const form = await readForm(c);
  const files = await handIn(c, form);
  if (form.values.preview) {
    const typed = { values: form.values, errors: {} };
    // not 200: Turbo shows the answer to a form only when it leads on or was not taken
    return show(c, await again(c, id, { act, typed, kept: files.kept, isPreview: true }), 422);
  }
  try {
    return await submit(c, {
      form,
      work: async (scope) => {
        const input = parseWithFiles(schema, form.values, files);
        await work({ scope, staff, id, input, attachmentIds: files.ids });
        await refuseCrossed(scope, staff, id, form.values.seen);
        await forgetDraft(scope, staff, { ticketId: id, form: act });
        await writes(scope, { ticketId: id, personId: staff.id, form: null });
        return form.values.next ? safePath(form.values.next) : ticketPath(c, id);
      },
      done: done(ticketTexts(page.language), form),
      again: (typed) => again(c, id, { act, typed, kept: files.kept }),
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return show(c, await again(c, id, attemptOf(act, form, files, error)), 409);
  }
}

/** The ticket, with the same part of its history that was shown. */
export const ticketPath = (c: Web, id: string): string =>
  `/desk/tickets/${id}${historyQuery(historyPart(c.req.query('show')))}`;

const attemptOf = (act: ActName, form: Form, { kept }: HandedIn, conflict: Conflict): Attempt => {
  const typed: Typed = { values: form.values, errors: {} };
  return { act, typed, kept, conflict };
};

const again = async (c: Web, id: string, attempt: Attempt) => (
  <TicketPage view={await loadView(c, id, attempt)} />
);
