import type { Hono } from 'hono';
import { type Form, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import type { Db } from '#db/open.ts';
import { Conflict, NotFound } from '#lib/errors.ts';
import { loadOffice } from '#settings/office.ts';
import { type KeptFile, nothingTyped, type Typed } from '#ui/form.tsx';
import { conflictSentence } from '../conflict.ts';
import { handIn, parseWithFiles } from '../hand-in.ts';
import { findTicket } from '../queries.ts';
import { reportForSchema } from '../schema.ts';
import { ticketTexts } from '../texts.ts';
import { reportFor } from '../tickets.ts';
import { withSuggestion } from '../view/critical-parts.tsx';
import { organisations } from './options.ts';
import { ChooseClient, type ReportChoices, ReportForm } from './report.tsx';

/** Reporting for a contact who phones or stands at the desk: first which client, then what. */
export function reportRoutes(app: Hono<Env>): void {
  app.get('/desk/report', allow('staff'), async (c) => {
    const { page, scope } = c.var;
    const choices = await choicesOf(c, queryOf(c, 'organisation'), queryOf(c, 'follows'));
    if (!choices)
      return show(
        c,
        <ChooseClient page={page} organisations={await organisations(scope.db, { ended: false })} />,
      );
    return show(c, await reportForm(c, choices));
  });

  app.post('/desk/report', allow('staff'), async (c) => {
    const { page } = c.var;
    const staff = staffOf(c);
    const form = await readForm(c);
    const choices = await choicesOf(c, form.values.organisation ?? '', form.values.followsId ?? '');
    if (!choices) throw new NotFound();
    const files = await handIn(c, form);
    const say = ticketTexts(page.language);
    if (form.values.preview)
      return show(c, await reportForm(c, choices, { typed: asTyped(form), kept: files.kept }));
    try {
      return await submit(c, {
        form,
        work: async (scope) => {
          const input = parseWithFiles(reportForSchema, form.values, files);
          const ticket = await reportFor(scope, staff, { ...input, attachmentIds: files.ids });
          return `/desk/tickets/${ticket.id}`;
        },
        done: say('desk.report.done'),
        again: (typed) => reportForm(c, choices, { typed, kept: files.kept }),
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const problem = conflictSentence(error, page);
      return show(c, await reportForm(c, choices, { typed: asTyped(form), kept: files.kept, problem }), 409);
    }
  });
}

const asTyped = ({ values }: Form): Typed => ({ values: withSuggestion(values), errors: {} });

interface Again {
  readonly typed?: Typed;
  readonly kept?: readonly KeptFile[];
  readonly problem?: string;
}

async function reportForm(
  c: Web,
  choices: ReportChoices,
  { typed = nothingTyped, kept = [], problem }: Again = {},
) {
  const { page, scope } = c.var;
  const { agreement } = (await loadOffice(scope.db)).inForce(page.now);
  return (
    <ReportForm
      page={page}
      agreement={agreement}
      choices={choices}
      once={scope.newId()}
      typed={typed}
      kept={kept}
      problem={problem}
    />
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who and what can be chosen for one client; null while no client has been chosen. */
async function choicesOf(c: Web, organisationId: string, followsId: string): Promise<ReportChoices | null> {
  const { db } = c.var.scope;
  const earlier = uuid.test(followsId) ? await findTicket(db, staffOf(c), followsId) : null;
  const id = earlier?.organisation_id ?? organisationId;
  if (!uuid.test(id)) return null;
  const organisation = await db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!organisation) return null;
  const [contacts, sites] = await Promise.all([contactsOf(db, id), sitesOf(db, id)]);
  const follows = earlier && {
    id: earlier.id,
    number: earlier.number,
    subject: earlier.subject,
    reporterId: earlier.reporter_id,
    siteId: earlier.site_id,
  };
  return { organisation, contacts, sites, follows };
}

const contactsOf = (db: Db, organisationId: string) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('organisation_id', '=', organisationId)
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();

const sitesOf = (db: Db, organisationId: string) =>
  db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .select(['site.id', 'site.name', 'site.critical_parts'])
    .where('organisation.id', '=', organisationId)
    .where('organisation.ended_at', 'is', null)
    .where('site.phase', '!=', 'ended')
    .orderBy('site.name')
    .orderBy('site.id')
    .execute();
