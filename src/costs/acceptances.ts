import { createHash } from 'node:crypto';
import type { Scope } from '#db/scope.ts';
import type { AcceptanceKind } from '#db/types.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { canAgreeToCosts, canRecordAcceptance } from './policy.ts';

export interface AcceptanceInput {
  readonly kind: AcceptanceKind;
  readonly organisationId: string;
  readonly ticketId?: string | null;
  readonly quoteId?: string | null;
  /** In cents without VAT: charges on this ground never exceed it. */
  readonly amountCents: number;
  /** Name and role as whoever agreed gave them. */
  readonly name: string;
  readonly role: string;
  readonly language: Language;
  /** Exactly what was shown, as text; its hash is kept beside it. */
  readonly shown: string;
  /** The sentence that was agreed to. */
  readonly consent: string;
  /** Where the agreeing browser was. */
  readonly address?: string | null;
  readonly userAgent?: string | null;
  /** Agreed to elsewhere, and written down by a colleague: who agreed, and the document that shows it. */
  readonly elsewhere?: {
    readonly acceptedBy: string;
    readonly documentHash: string;
    readonly documentName: string;
  };
}

/** The SHA-256 of what was shown, as it stands in the evidence. */
export const hashOfShown = (shown: string): string => createHash('sha256').update(shown).digest('hex');

/**
 * Keeps the evidence that somebody entitled agreed to a cost, now; part of the operation that it belongs to,
 * whose event tells of it. Answers its id. Throws `NotFound` for whoever may not (agreement §3 and §4).
 */
export async function recordAcceptance(scope: Scope, actor: Actor, input: AcceptanceInput): Promise<string> {
  const { elsewhere } = input;
  if (elsewhere ? !canRecordAcceptance(actor) : !canAgreeToCosts(actor, input.organisationId))
    throw new NotFound();
  const id = scope.newId();
  await scope.db
    .insertInto('acceptances')
    .values({
      id,
      kind: input.kind,
      organisation_id: input.organisationId,
      ticket_id: input.ticketId ?? null,
      quote_id: input.quoteId ?? null,
      amount_cents: input.amountCents,
      accepted_by: elsewhere?.acceptedBy ?? actorId(actor)!,
      accepted_at: scope.now(),
      name: input.name,
      role: input.role,
      recorded_by: elsewhere ? actorId(actor) : null,
      document_hash: elsewhere?.documentHash ?? null,
      document_name: elsewhere?.documentName ?? null,
      address: input.address ?? null,
      user_agent: input.userAgent ?? null,
      language: input.language,
      shown: input.shown,
      shown_hash: hashOfShown(input.shown),
      consent: input.consent,
    })
    .execute();
  return id;
}
