import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, contactOf, type Env, goTo, idOf, personOf, show, type Web } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { forgetDraft } from '#drafts/drafts.ts';
import type { Contact } from '#lib/actor.ts';
import { Conflict, Invalid } from '#lib/errors.ts';
import { nothingTyped } from '#ui/form.tsx';
import { refuseCrossed } from '../crossing.ts';
import { type HandedIn, handIn, parseWithFiles } from '../hand-in.ts';
import { findTicket, type TicketRow } from '../queries.ts';
import { bodySchema, reasonSchema, watcherSchema } from '../schema.ts';
import { ticketTexts } from '../texts.ts';
import { addMessage, refuse, reopen, signOff, withdraw } from '../tickets.ts';
import { addWatcher, removeWatcher } from '../watchers.ts';
import { type Again, gather } from './shown.ts';
import { TicketPage } from './ticket-page.tsx';

/** `/tickets/:id` and everything that a contact can do with a ticket. */
export function ticketRoutes(app: Hono<Env>): void {
  app.get('/tickets/:id', allow('person'), async (c) => {
    const id = idOf(c);
    // A colleague at the agency comes here by the link of a mail that a client passed on.
    if (personOf(c).kind === 'staff') return goTo(c, `/desk/tickets/${id}`);
    return ticketPage(c, id, null);
  });

  app.post('/tickets/:id/messages', allow('contact'), (c) =>
    take(c, {
      from: 'message',
      done: ({ waiting_for }) => (waiting_for === 'question' ? 'answer.done' : 'add.done'),
      work: async ({ scope, contact, ticket, form, handedIn }) =>
        addMessage(scope, contact, ticket.id, written(form, handedIn)),
    }),
  );

  app.post('/tickets/:id/sign-off', allow('contact'), (c) =>
    take(c, {
      from: 'judgement',
      done: () => 'sign_off.signed_off',
      work: async ({ scope, contact, ticket, form, handedIn }) => {
        if (form.values.body?.trim() || handedIn.ids.length > 0 || handedIn.problem) {
          if (form.values.with !== 'text') throw new Invalid({ wrote: 'wrote' });
          await addMessage(scope, contact, ticket.id, written(form, handedIn));
        }
        await signOff(scope, contact, ticket.id, { delivered: form.values.delivered });
      },
    }),
  );

  app.post('/tickets/:id/refusal', allow('contact'), (c) =>
    take(c, {
      from: 'judgement',
      done: () => 'sign_off.refused',
      work: async ({ scope, contact, ticket, form, handedIn }) =>
        refuse(scope, contact, ticket.id, written(form, handedIn)),
    }),
  );

  app.post('/tickets/:id/withdrawal', allow('contact'), (c) =>
    take(c, {
      from: 'withdrawal',
      done: () => 'withdraw.done',
      work: async ({ scope, contact, ticket, form }) =>
        withdraw(scope, contact, ticket.id, parse(reasonSchema, form.values)),
    }),
  );

  app.post('/tickets/:id/reopening', allow('contact'), (c) =>
    take(c, {
      from: 'reopening',
      done: () => 'reopen.done',
      work: async ({ scope, contact, ticket, form, handedIn }) =>
        reopen(scope, contact, ticket.id, written(form, handedIn)),
    }),
  );

  app.post('/tickets/:id/watchers', allow('contact'), (c) =>
    take(c, {
      from: 'watchers',
      done: () => 'watchers.added',
      work: async ({ scope, contact, ticket, form }) =>
        addWatcher(scope, contact, ticket.id, parse(watcherSchema, form.values)),
    }),
  );

  app.post('/tickets/:id/watchers/:person/removal', allow('contact'), (c) =>
    take(c, {
      from: 'watchers',
      done: () => 'watchers.removed',
      work: async ({ scope, contact, ticket }) =>
        removeWatcher(scope, contact, ticket.id, { personId: idOf(c, 'person') }),
    }),
  );
}

const written = (form: Form, handedIn: HandedIn) => ({
  ...parseWithFiles(bodySchema, form.values, handedIn),
  attachmentIds: handedIn.ids,
});

interface Taking {
  readonly scope: Scope;
  readonly contact: Contact;
  readonly ticket: TicketRow;
  readonly form: Form;
  readonly handedIn: HandedIn;
}

type Done =
  | 'answer.done'
  | 'add.done'
  | 'sign_off.signed_off'
  | 'sign_off.refused'
  | 'withdraw.done'
  | 'reopen.done'
  | 'watchers.added'
  | 'watchers.removed';

interface Deal {
  readonly from: Again['from'];
  readonly done: (ticket: TicketRow) => Done;
  readonly work: (taking: Taking) => Promise<unknown>;
}

/**
 * Takes one form of the ticket page. Who may not see the ticket learns nothing and leaves no file; a page that
 * was out of date is shown anew with what happened meanwhile and with what was typed.
 */
async function take(c: Web, { from, done, work }: Deal): Promise<Response> {
  const id = idOf(c);
  const contact = contactOf(c);
  const ticket = await findTicket(c.var.scope.db, contact, id);
  const form = await readForm(c);
  const handedIn = await handIn(c, form);
  const { kept } = handedIn;
  const { language } = c.var.page;
  if (form.values.preview) {
    const typed = { ...nothingTyped, values: form.values };
    // not 200: Turbo shows the answer to a form only when it leads on or was not taken
    return show(c, <TicketPage {...(await gather(c, id, { from, typed, kept, isPreview: true }))} />, 422);
  }
  try {
    return await submit(c, {
      form,
      work: async (scope) => {
        await work({ scope, contact, ticket, form, handedIn });
        await refuseCrossed(scope, contact, id, form.values.seen);
        await forgetDraft(scope, contact, { ticketId: id, form: from });
        return `/tickets/${id}`;
      },
      done: ticketTexts(language)(`portal.${done(ticket)}`),
      again: async (typed) => <TicketPage {...(await gather(c, id, { from, typed, kept }))} />,
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const typed = { ...nothingTyped, values: form.values };
    return ticketPage(c, id, { from, typed, kept, conflict: error });
  }
}

const ticketPage = async (c: Web, id: string, again: Again | null) =>
  show(c, <TicketPage {...(await gather(c, id, again))} />, again?.conflict ? 409 : 200);
