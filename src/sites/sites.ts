import { inTransaction, type Scope } from '#db/scope.ts';
import type { SiteKind, SitePhase } from '#db/types.ts';
import { record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Actor } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { mayManageSites } from './policy.ts';

export interface SiteInput {
  readonly name: string;
  readonly kind: SiteKind;
  readonly phase: SitePhase;
  readonly addresses: readonly string[];
  /** In the client's own words; offered when they report. */
  readonly criticalParts: readonly string[];
}

const row = ({ name, kind, phase, addresses, criticalParts }: SiteInput) => ({
  name,
  kind,
  phase,
  addresses: [...addresses],
  critical_parts: [...criticalParts],
});

/** Adds a site to an organisation. Answers its id. */
export async function addSite(
  scope: Scope,
  actor: Actor,
  organisationId: string,
  input: SiteInput,
): Promise<string> {
  if (!mayManageSites(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const organisation = await scope.db
      .selectFrom('organisations')
      .select('ended_at')
      .where('id', '=', organisationId)
      .executeTakeFirst();
    if (!organisation) throw new NotFound();
    if (organisation.ended_at) throw new Invalid({ form: 'organisation_ended' });
    const id = scope.newId();
    await scope.db
      .insertInto('sites')
      .values({ id, organisation_id: organisationId, ...row(input), created_at: scope.now() })
      .execute();
    await record(scope, actor, {
      type: 'site.added',
      subject: { type: 'site', id },
      data: { organisationId, ...input },
    });
    return id;
  });
}

/** Changes a site: its name, kind, phase, addresses and business-critical parts. */
export async function changeSite(
  scope: Scope,
  actor: Actor,
  id: string,
  { seen, ...input }: SiteInput & { seen?: number | undefined },
): Promise<void> {
  if (!mayManageSites(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const subject = { type: 'site', id } as const;
    const site = await scope.db
      .selectFrom('sites')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!site) throw new NotFound();
    await refuseUnseen(scope, subject, seen);
    await scope.db.updateTable('sites').set(row(input)).where('id', '=', id).execute();
    await record(scope, actor, { type: 'site.changed', subject, data: { ...input } });
  });
}
