import type { Contact } from '#lib/actor.ts';
import type { World } from '../../test/world.ts';
import { reportOn } from './costs.fixture.ts';
import { askResearch, pickUp, recordFindings } from './tickets.ts';

/** A ticket that nothing covers and that cannot be solved directly: the client has to be asked. */
export async function uncovered(world: World, contact?: Contact): Promise<string> {
  const { id } = await reportOn(world, world.sites.shop, contact);
  await pickUp(world.scope, world.staff.sam, id);
  const nothing = { deliveryId: null, atHand: null, causeOutside: null };
  await recordFindings(world.scope, world.staff.sam, id, {
    ...nothing,
    kind: 'defect',
    directlySolvable: false,
  });
  return id;
}

/** The same, with the choice laid before the client. */
export async function asked(world: World, feeCents = 4500): Promise<string> {
  const id = await uncovered(world);
  const explanation = 'De knop gebruikt een oude koppeling. Wij zoeken uit welke.';
  await askResearch(world.scope, world.staff.sam, id, { explanation, feeCents });
  return id;
}

/** What the form for agreeing sends by itself, as the page stands now. */
export function formOf(page: string): Record<string, string> {
  const [form = ''] = /<form[^>]* id="acceptance".*?<\/form>/s.exec(page) ?? [];
  const hidden = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...hidden].map(([, name, value]) => [name!, value!]));
}
