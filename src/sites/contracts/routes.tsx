import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, show, staffOf, type Web } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { siteOf } from '../queries.ts';
import { addContract, changeContract, removeContract } from './contracts.ts';
import { addDelivery, changeDelivery, removeDelivery } from './deliveries.ts';
import { EntryPage } from './entry.tsx';
import { ContractFields, DeliveryFields } from './fields.tsx';
import { knownOf } from './known.ts';
import { contractSchema, deliverySchema } from './schema.ts';
import { contractTexts } from './texts.ts';

type SitePage = (c: Web, typed: Typed) => Promise<unknown>;
type Work = (scope: Scope) => Promise<unknown>;

/** What was delivered and agreed for a site: managers add, change and remove; `sitePage` shows it all. */
export function contractRoutes(app: Hono<Env>, sitePage: SitePage): void {
  const at = '/desk/sites/:id';
  const take = async (
    c: Web,
    form: Form,
    work: Work,
    again: (typed: Typed) => unknown,
    done: Done = 'saved',
  ) =>
    submit(c, {
      form,
      done: contractTexts(c.var.page.language)(done),
      again,
      async work(scope) {
        await work(scope);
        return `/desk/sites/${idOf(c)}`;
      },
    });

  app.post(`${at}/deliveries`, allow('manager'), async (c) => {
    const form = await readForm(c);
    const work: Work = (scope) => addDelivery(scope, staffOf(c), idOf(c), parse(deliverySchema, form.values));
    return take(c, form, work, (typed) => sitePage(c, typed));
  });
  app.post(`${at}/contracts`, allow('manager'), async (c) => {
    const form = await readForm(c);
    const work: Work = (scope) => addContract(scope, staffOf(c), idOf(c), parse(contractSchema, form.values));
    return take(c, form, work, (typed) => sitePage(c, typed));
  });

  app.get(`${at}/deliveries/:entry`, allow('manager'), async (c) =>
    show(c, await deliveryPage(c, nothingTyped)),
  );
  app.post(`${at}/deliveries/:entry`, allow('manager'), async (c) => {
    const form = await readForm(c);
    const work: Work = (scope) =>
      changeDelivery(scope, staffOf(c), placeOf(c), parse(deliverySchema, form.values));
    return take(c, form, work, (typed) => deliveryPage(c, typed));
  });
  app.post(`${at}/deliveries/:entry/removal`, allow('manager'), async (c) => {
    const work: Work = (scope) => removeDelivery(scope, staffOf(c), placeOf(c));
    return take(c, await readForm(c), work, (typed) => deliveryPage(c, onlyErrors(typed)), 'removed');
  });

  app.get(`${at}/contracts/:entry`, allow('manager'), async (c) =>
    show(c, await contractPage(c, nothingTyped)),
  );
  app.post(`${at}/contracts/:entry`, allow('manager'), async (c) => {
    const form = await readForm(c);
    const work: Work = (scope) =>
      changeContract(scope, staffOf(c), placeOf(c), parse(contractSchema, form.values));
    return take(c, form, work, (typed) => contractPage(c, typed));
  });
  app.post(`${at}/contracts/:entry/removal`, allow('manager'), async (c) => {
    const work: Work = (scope) => removeContract(scope, staffOf(c), placeOf(c));
    return take(c, await readForm(c), work, (typed) => contractPage(c, onlyErrors(typed)), 'removed');
  });
}

type Done = 'saved' | 'removed';

const placeOf = (c: Web) => ({ siteId: idOf(c), id: idOf(c, 'entry') });
const onlyErrors = ({ errors }: Typed): Typed => ({ values: {}, errors });

async function deliveryPage(c: Web, typed: Typed) {
  const { common, known } = await entryOf(c, typed);
  const delivery = known.deliveries.find(({ id }) => id === idOf(c, 'entry'));
  if (!delivery) throw new NotFound();
  const title = contractTexts(common.page.language)('delivery');
  return (
    <EntryPage {...common} title={title} path={`deliveries/${delivery.id}`}>
      <DeliveryFields page={common.page} typed={typed} known={delivery} />
    </EntryPage>
  );
}

async function contractPage(c: Web, typed: Typed) {
  const { common, known } = await entryOf(c, typed);
  const contract = known.contracts.find(({ id }) => id === idOf(c, 'entry'));
  if (!contract) throw new NotFound();
  const title = contractTexts(common.page.language)('contract');
  return (
    <EntryPage {...common} title={title} path={`contracts/${contract.id}`}>
      <ContractFields page={common.page} typed={typed} known={contract} />
    </EntryPage>
  );
}

async function entryOf(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const siteId = idOf(c);
  const site = await siteOf(scope.db, siteId);
  if (!site) throw new NotFound();
  const known = (await knownOf(scope.db, [siteId]))(siteId);
  const seen = await lastEvent(scope.db, { type: 'site', id: siteId });
  return { common: { page, site, seen, newId: scope.newId, typed }, known };
}
