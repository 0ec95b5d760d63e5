import { organisationsApi } from '#organisations/api.ts';
import { peopleApi } from '#people/api.ts';
import { quotesApi } from '#quotes/api.ts';
import { searchApi } from '#search/api.ts';
import { settingsApi } from '#settings/api.ts';
import { sitesApi } from '#sites/api.ts';
import { ticketsApi } from '#tickets/api.ts';
import type { Api } from './context.ts';

/** Every feature's operations, in the order in which the document tells of them. */
export const features: readonly ((api: Api) => void)[] = [
  ticketsApi,
  quotesApi,
  searchApi,
  organisationsApi,
  peopleApi,
  sitesApi,
  settingsApi,
];
