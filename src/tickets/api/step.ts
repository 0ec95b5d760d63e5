import { type Acting, actingFor } from '#api/acting.ts';
import type { ApiContext } from '#api/context.ts';
import { body, idParam, json, writing } from '#api/route.ts';
import { inTransaction } from '#db/scope.ts';
import { findTicket } from '../queries.ts';
import type { Ticket } from '../ticket.ts';
import { takeFiles } from './files.ts';
import { readTicket } from './present.ts';
import { ticketSchema } from './schema.ts';

type Declared = Omit<Parameters<typeof writing>[0], 'tag' | 'scope'> &
  Partial<Pick<Parameters<typeof writing>[0], 'scope'>>;

export const stepFrame = (declared: Declared) =>
  writing({ tag: 'Steps', scope: 'tickets:write', ...declared });

/** What every step answers. */
export const stepAnswer = { 201: json(ticketSchema, 'The ticket as it stands after the step.') };

export { body, idParam };

interface Said {
  readonly actingFor?: string | undefined;
  readonly attachmentIds?: readonly string[] | undefined;
}

interface Options {
  /** A step of the client's side: in the name of the reporter when nobody is named. */
  readonly byClient?: boolean;
}

/** Takes a step and answers the ticket as it stands afterwards; what belongs to it is one transaction. */
export async function takeStep(
  c: ApiContext,
  { id, said, byClient = false }: Options & { id: string; said: Said },
  step: (acting: Acting) => Promise<Ticket>,
) {
  const { actor: token } = c.var;
  const acting = await actingFor(c, said.actingFor ?? (byClient ? await reporterOf(c, id) : undefined));
  await inTransaction(acting.scope, async (scope) => {
    const inside = { ...acting, scope };
    if (said.attachmentIds?.length) await takeFiles(inside, token, said.attachmentIds);
    await step(inside);
  });
  return c.json((await readTicket(c.var.scope, token, id)).ticket, 201);
}

const reporterOf = async (c: ApiContext, id: string): Promise<string> =>
  (await findTicket(c.var.scope.db, c.var.actor, id)).reporter_id;
