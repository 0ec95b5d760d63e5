import { personOf, type Web } from '#auth/web.ts';
import type { Contact } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';

/** The client's contact who is signed in. */
export function contactOf(c: Web): Contact {
  const person = personOf(c);
  if (person.kind !== 'contact') throw new NotFound();
  return person;
}
