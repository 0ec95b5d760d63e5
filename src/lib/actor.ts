import type { Language } from './language.ts';

/** Whoever does something: a colleague at the agency, a contact of a client, or the program itself. */
export type StaffRole = 'supporter' | 'developer' | 'manager';
export type ContactRole = 'reporter' | 'colleague' | 'coordinator';

export interface Staff {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly role: StaffRole;
  /** A program that uses the API, not a person: nobody who could have a ticket in hand. */
  readonly isToken?: true;
}

export interface Contact {
  readonly kind: 'contact';
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly role: ContactRole;
  readonly organisationId: string;
  /** May agree to costs. */
  readonly budgetHolder: boolean;
  /** The sites whose tickets a colleague sees. */
  readonly siteIds: readonly string[];
}

export interface Program {
  readonly kind: 'program';
}

export type Person = Staff | Contact;
export type Actor = Person | Program;

/** The program, acting by itself: sign-off by silence, reminders, warnings. */
export const program: Program = { kind: 'program' };

/** The id under which the history keeps an actor; the program has none. */
export const actorId = (actor: Actor): string | null => (actor.kind === 'program' ? null : actor.id);

/** The colleague who has in hand what this actor takes in hand; nobody where a program does. */
export const handlerId = (actor: Actor): string | null =>
  actor.kind === 'staff' && !actor.isToken ? actor.id : null;
