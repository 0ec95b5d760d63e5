import type { Hono } from 'hono';
import { type Form, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { countTry } from '#auth/throttle.ts';
import { allow, contactOf, type Env, goTo, show, type Web } from '#auth/web.ts';
import { type Draft, draftsOf, forgetDraft } from '#drafts/drafts.ts';
import { Conflict } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import { loadOffice } from '#settings/office.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { sayMoment } from '#ui/time.tsx';
import { keptFiles } from '../attachments.ts';
import { conflictSentence } from '../conflict.ts';
import { type HandedIn, handIn, parseWithFiles } from '../hand-in.ts';
import { findTicket } from '../queries.ts';
import { portalReportSchema } from '../schema.ts';
import { ticketTexts } from '../texts.ts';
import { isEnded } from '../ticket.ts';
import { reportTicket } from '../tickets.ts';
import { withSuggestion } from '../view/critical-parts.tsx';
import { costOutlook } from './cost-outlook.ts';
import { OutlookWords, outlookOf } from './outlook.tsx';
import { reportSites } from './queries.ts';
import { Report } from './report-form.tsx';

/** `/report`: the form, its panel, and taking it. */
export function reportRoutes(app: Hono<Env>): void {
  app.get('/report', allow('contact'), async (c) => {
    const follows = await followed(c, c.req.query('follows'));
    // One that still runs needs no successor: what is to be added is added there.
    if (follows && !isEnded(follows)) return goTo(c, `/tickets/${follows.id}`);
    return show(c, await reportPage(c, { follows: follows?.id }));
  });

  app.get('/report/outlook', allow('contact'), async (c) => {
    const office = await loadOffice(c.var.scope.db);
    return c.html(
      await (
        <OutlookWords
          page={c.var.page}
          outlook={outlookOf(office, c.req.query(), c.var.page)}
          cost={
            await costOutlook(
              c.var.scope,
              office,
              { contact: contactOf(c), input: c.req.query() },
              c.var.page,
            )
          }
        />
      ),
    );
  });

  app.post('/report', allow('contact'), async (c) => {
    const contact = contactOf(c);
    const form = await readForm(c);
    const handedIn = await handIn(c, form);
    // not 200: Turbo shows the answer to a form only when it leads on or was not taken
    if (form.values.preview === 'texts')
      return show(c, await reportPage(c, { form, handedIn, read: true }), 422);
    if (form.values.preview) {
      const previewed = { ...form, values: withSuggestion(form.values) };
      return show(c, await reportPage(c, { form: previewed, handedIn, previewed: true }));
    }
    const again = (typed: Typed) => reportPage(c, { form, handedIn, typed });
    const { scope } = c.var;
    if ((await countTry(scope, 'report', contact.id)) === 'refused')
      return show(c, await again({ values: form.values, errors: { form: 'too_often' } }), 429);
    try {
      return await submit(c, {
        form,
        work: async (scope) => {
          const input = parseWithFiles(portalReportSchema, inputOf(form), handedIn);
          const ticket = await reportTicket(scope, contact, { ...input, attachmentIds: handedIn.ids });
          await forgetDraft(scope, contact, reportPlace(input.followsId));
          return `/tickets/${ticket.id}`;
        },
        done: (path) => received(c, path),
        again,
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const form_error = conflictSentence(error, c.var.page);
      return show(c, await again({ values: form.values, errors: { form: form_error } }), 409);
    }
  });
}

/** A report has one draft, and each report that follows a ticket one of its own. */
const reportPlace = (followsId: string | undefined) => ({ ticketId: followsId ?? null, form: 'report' });

/** An empty hidden field is no reference to an earlier ticket, and an empty subject none. */
const inputOf = ({ values }: Form) => ({
  ...values,
  followsId: values.followsId || undefined,
  subject: values.subject?.trim() || undefined,
});

const followed = async (c: Web, id: string | undefined) =>
  id && isId(id) ? findTicket(c.var.scope.db, contactOf(c), id) : null;

async function received(c: Web, path: string): Promise<string> {
  const ticket = await findTicket(c.var.scope.db, contactOf(c), path.split('/').at(-1)!);
  const moment = sayMoment(ticket.response_due, c.var.page);
  return ticketTexts(c.var.page.language)('portal.report.received', { number: ticket.number, moment });
}

interface Filled {
  readonly follows?: string | undefined;
  readonly form?: Form;
  readonly handedIn?: HandedIn;
  readonly typed?: Typed;
  readonly previewed?: boolean;
  readonly read?: boolean;
}

async function reportPage(c: Web, { form, handedIn, previewed = false, read = false, ...given }: Filled) {
  const { scope, page } = c.var;
  const office = await loadOffice(scope.db);
  const values = form?.values ?? {};
  const sites = await reportSites(scope.db, contactOf(c));
  // before anybody chose: where there is one site only, it is that one
  const input = { ...(sites.length === 1 ? { siteId: sites[0]?.id } : {}), ...values };
  const follows = await followed(c, given.follows ?? values.followsId);
  const draft = form ? undefined : (await draftsOf(scope, contactOf(c), follows?.id ?? null)).get('report');
  // Whatever the panel was asked with is shown again as it was.
  const shown = { values: form ? values : (draft?.fields ?? {}), errors: fileError(handedIn) };
  const typed = given.typed ?? (form || draft ? shown : nothingTyped);
  return (
    <Report
      page={page}
      once={scope.newId()}
      sites={sites}
      agreement={office.inForce(scope.now()).agreement}
      outlook={outlookOf(office, values, page)}
      cost={await costOutlook(scope, office, { contact: contactOf(c), input }, page)}
      previewed={previewed}
      read={read}
      follows={follows}
      draft={draft}
      typed={typed}
      kept={handedIn?.kept ?? (await filesOf(c, draft))}
    />
  );
}

/** The files of a draft; after a day without it they are forgotten. */
const filesOf = (c: Web, draft: Draft | undefined) =>
  keptFiles(c.var.scope, contactOf(c), draft?.fields.keptFiles?.split(' ') ?? []);

const fileError = (handedIn: HandedIn | undefined): Record<string, string> =>
  handedIn?.problem ? { files: handedIn.problem } : {};
