import type { StaffRole } from '#lib/actor.ts';

/** What a token may be given, and what that means for whoever hands it out. */
export const scopes = {
  'tickets:read': 'read tickets, their messages, public history and attachments',
  'tickets:write': 'report tickets, take every step of the agency, write messages, hand in attachments',
  'tickets:internal': 'read and write notes, and read the internal part of the history',
  'tickets:act-for': 'act in the name of a contact or a colleague: sign off, refuse, withdraw, answer, test',
  'people:read': 'read organisations, contacts, sites and colleagues',
  'people:write': 'add and change organisations, contacts and sites; for the role manager only',
  'settings:read': 'read the agreement and compute deadlines',
} as const;

export type TokenScope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as [TokenScope, ...TokenScope[]];

/** The roles that a token can have. */
export const tokenRoles = ['supporter', 'manager'] as const satisfies readonly StaffRole[];
export type TokenRole = (typeof tokenRoles)[number];

/** All that a token of a role can be given. */
export const scopesFor = (role: TokenRole): TokenScope[] =>
  scopeNames.filter((scope) => role === 'manager' || scope !== 'people:write');
