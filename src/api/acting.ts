import { activePerson } from '#auth/session.ts';
import type { Scope } from '#db/scope.ts';
import type { Person } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';
import { missing } from './authorise.ts';
import type { ApiContext } from './context.ts';

export interface Acting {
  /** Keeps in the history that it came through a token. */
  readonly scope: Scope;
  readonly actor: Person;
}

/** Whoever acts: the token itself, or the person in whose name it does, for which it needs a scope. */
export async function actingFor(c: ApiContext, personId: string | undefined): Promise<Acting> {
  const { scope, token, actor } = c.var;
  if (personId === undefined) return { scope, actor };
  if (!token.scopes.includes('tickets:act-for'))
    throw missing('the scope “tickets:act-for”', 'tickets:act-for');
  const person = await activePerson(scope.db, { id: personId });
  if (!person) throw new Invalid({ actingFor: 'unknown_choice' });
  return { scope: { ...scope, via: { id: token.id, name: token.name } }, actor: person };
}
