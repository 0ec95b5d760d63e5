import { ticketsApi } from '#tickets/api.ts';
import type { Api } from './context.ts';

/** Every feature's operations, in the order in which the document tells of them. */
export const features: readonly ((api: Api) => void)[] = [ticketsApi];
