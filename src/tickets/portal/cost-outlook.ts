import { z } from 'zod';
import type { Scope } from '#db/scope.ts';
import type { Contact } from '#lib/actor.ts';
import { id } from '#lib/text.ts';
import type { Office } from '#settings/office.ts';
import type { Page } from '#ui/page.ts';
import { reportSchema } from '../schema.ts';
import { payerOf } from '../who-pays.ts';
import { reportSites } from './queries.ts';

const asked = z.object({ siteId: id(), kind: reportSchema.shape.kind });

/**
 * What a report of this kind on this site would cost its reporter, in one sentence; null until both are chosen, and
 * for a site on which this contact cannot report.
 */
export async function costOutlook(
  { db, now }: Scope,
  office: Office,
  { contact, input }: { contact: Contact; input: unknown },
  { language }: Pick<Page, 'language'>,
): Promise<string | null> {
  const { success, data } = asked.safeParse(input);
  if (!success) return null;
  const sites = await reportSites(db, contact);
  if (!sites.some((site) => site.id === data.siteId)) return null;
  const verdict = await payerOf(db, office, {
    site_id: data.siteId,
    reporter_id: contact.id,
    reported_at: now(),
    agreement_version: office.inForce(now()).version,
    kind: data.kind ?? 'defect',
    delivery_id: null,
    directly_solvable: null,
    at_hand: null,
    cause_outside: null,
    overruled_payer: null,
  });
  return verdict.sentence[language];
}
