import type { Named } from '../names.ts';

export const titles = { organisation: 'organisations', site: 'sites', person: 'people' } as const;
const kinds = ['organisation', 'site', 'person'] as const;
const pages = { organisation: '/desk/organisations', site: '/desk/sites', person: '/desk/people' } as const;

/** The page of a client, a site or somebody. */
export const pathOf = ({ kind, id }: Named): string => `${pages[kind]}/${id}`;

/** The names that were found, each kind on its own. */
export const groupsOf = (names: readonly Named[]) =>
  kinds
    .map((kind) => ({ kind, names: names.filter((each) => each.kind === kind) }))
    .filter((group) => group.names.length > 0);
