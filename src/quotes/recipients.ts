import type { Scope } from '#db/scope.ts';
import type { Addressee } from '#mail/outbox.ts';
import { managers } from '#tickets/recipients.ts';
import { budgetHolders } from '#tickets/research/people.ts';

const columns = ['person.id', 'person.name', 'person.email', 'person.language'] as const;

interface For {
  readonly organisationId: string;
  readonly ticketId: string | null;
}

/** Who gets a quote: the reporter of its ticket first, then everybody who can decide. */
export async function readersOf(scope: Pick<Scope, 'db'>, quote: For): Promise<Addressee[]> {
  const deciding = await budgetHolders(scope.db, quote.organisationId);
  if (!quote.ticketId) return deciding;
  const reporter = await scope.db
    .selectFrom('people as person')
    .innerJoin('tickets as ticket', 'ticket.reporter_id', 'person.id')
    .select(columns)
    .where('ticket.id', '=', quote.ticketId)
    .where('person.deactivated_at', 'is', null)
    .executeTakeFirst();
  return reporter ? [reporter, ...deciding.filter(({ id }) => id !== reporter.id)] : deciding;
}

/** The colleague who sent it; where nobody did who is still there, the managers. */
export async function makersOf(
  scope: Scope,
  { sentBy, createdBy }: { sentBy: string | null; createdBy: string | null },
): Promise<Addressee[]> {
  const ids = [sentBy, createdBy].filter((id) => id !== null);
  const maker = ids.length
    ? await scope.db
        .selectFrom('people as person')
        .select(columns)
        .where('person.id', 'in', ids)
        .where('person.is_token', '=', false)
        .where('person.deactivated_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  return maker ? [maker] : managers(scope);
}
