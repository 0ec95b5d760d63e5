import type { Staff } from '#lib/actor.ts';
import { addTraining } from '#people/trainings.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { prices, situations } from './cast/situations.ts';
import type { Client, Opening } from './cast.ts';

/** Enters what was delivered and agreed for the sites of the demo, and who had a training in the CMS. */
export async function addKnown(
  opening: Opening,
  boss: Staff,
  clients: readonly Client[],
  today: string,
): Promise<void> {
  const sites = clients.flatMap((client) => client.sites).filter(({ phase }) => phase !== 'development');
  const dayAt = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  for (const [index, { id }] of sites.entries()) {
    const { deliveries, hosting, carePlan, plan } = situations[index % situations.length]!;
    opening.pass(2);
    for (const { name, on } of deliveries)
      await addDelivery(opening.scope, boss, id, { name, on: dayAt(on) });
    for (const [kind, days] of [['hosting', hosting] as const, ['care_plan', carePlan] as const]) {
      if (!days) continue;
      const [from, to] = [dayAt(days[0]), days[1] === null ? null : dayAt(days[1])];
      const which = kind === 'care_plan' && plan ? plan : null;
      const priceCents = which ? prices[which] : null;
      await addContract(opening.scope, boss, id, { kind, plan: which, priceCents, from, to });
    }
  }
  for (const [index, { contacts }] of clients.entries()) {
    const trained = contacts.filter((_, at) => (at + index) % 2 === 0);
    for (const { id } of trained) {
      opening.pass(1);
      await addTraining(opening.scope, boss, id, { cms: 'WordPress', on: dayAt(-150 - 30 * index) });
    }
  }
}
