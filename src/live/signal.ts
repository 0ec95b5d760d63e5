import { z } from 'zod';

/**
 * What one node tells all others after a commit. It names what changed and says nothing of it.
 * `ticket`: something happened to it, `internal` when only colleagues may know. `presence`: somebody at the
 * agency opened or left it. `person`: their sessions or rights changed. `everything`: too much to name.
 */
const signalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), id: z.uuid(), internal: z.boolean() }),
  z.object({ kind: z.literal('presence'), id: z.uuid() }),
  z.object({ kind: z.literal('person'), id: z.uuid() }),
  z.object({ kind: z.literal('everything') }),
]);
export type Signal = z.output<typeof signalSchema>;

/** The channel of the database on which nodes tell each other. */
export const channel = 'nazorg_live';

/** What was told, or null when it is no signal of ours. */
export function readSignal(payload: string | undefined): Signal | null {
  try {
    return signalSchema.safeParse(JSON.parse(payload ?? '')).data ?? null;
  } catch {
    return null;
  }
}
