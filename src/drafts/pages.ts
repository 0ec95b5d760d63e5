import type { Hono } from 'hono';
import { type Form, readForm } from '#auth/form.ts';
import { allow, contactOf, type Env, goTo, idOf, personOf, type Web } from '#auth/web.ts';
import type { Person } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { writes } from '#live/presence.ts';
import { findTicket } from '#tickets/queries.ts';
import { forgetDraft, keepDraft } from './drafts.ts';
import { deskForms, portalForms } from './forms.ts';
import { draftTexts } from './texts.ts';

/** Where drafts are kept and thrown away; each is its writer's own. */
export function draftPages(app: Hono<Env>): void {
  app.post('/tickets/:id/drafts/:form', allow('person'), async (c) => {
    const { scope } = c.var;
    const person = personOf(c);
    const place = await placeOf(c, person);
    const values = draftIn(await readForm(c));
    await keepDraft(scope, person, place, values);
    await showWriting(c, place, Boolean(values.written));
    return c.body(null, 204);
  });

  app.post('/tickets/:id/drafts/:form/removal', allow('person'), async (c) => {
    const person = personOf(c);
    const place = await placeOf(c, person);
    await forgetDraft(c.var.scope, person, place);
    await showWriting(c, place, false);
    const path = person.kind === 'staff' ? `/desk/tickets/${place.ticketId}` : `/tickets/${place.ticketId}`;
    return goTo(
      c,
      place.form === 'report' ? `/report?follows=${place.ticketId}` : path,
      draftTexts(c.var.page.language)('discarded'),
    );
  });

  app.post('/drafts/report', allow('contact'), async (c) => {
    await keepDraft(c.var.scope, contactOf(c), newReport, draftIn(await readForm(c)));
    return c.body(null, 204);
  });

  app.post('/drafts/report/removal', allow('contact'), async (c) => {
    await forgetDraft(c.var.scope, contactOf(c), newReport);
    return goTo(c, '/report', draftTexts(c.var.page.language)('discarded'));
  });
}

/** The texts, and which files came ahead of the form. */
const draftIn = ({ values, all }: Form): Form['values'] =>
  all.kept ? { ...values, keptFiles: all.kept.join(' ') } : values;

const newReport = { ticketId: null, form: 'report' };

/** The form in the address, on a ticket that this person may see. */
async function placeOf(c: Web, person: Person) {
  const { id } = await findTicket(c.var.scope.db, person, idOf(c));
  const form = c.req.param('form') ?? '';
  if (!(person.kind === 'staff' ? Object.hasOwn(deskForms, form) : portalForms.includes(form)))
    throw new NotFound();
  return { ticketId: id, form };
}

async function showWriting(c: Web, { ticketId, form }: { ticketId: string; form: string }, writing: boolean) {
  const { scope } = c.var;
  const person = personOf(c);
  const kind = person.kind === 'staff' ? deskForms[form] : null;
  if (kind) await writes(scope, { ticketId, personId: person.id, form: writing ? kind : null });
}
