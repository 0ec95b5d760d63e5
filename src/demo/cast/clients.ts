import type { ClientData } from './client-data.ts';
import en from './clients.en.ts';
import nl from './clients.nl.ts';

/** The clients of the demo; what is theirs to say stands in a file for each language. */
export const clients: readonly ClientData[] = [...nl, ...en];

/** They have been invited lately and have not come yet. */
export const invitedLately = { client: 'Boekhoudkantoor Cijfer & Zoon', name: 'Jip Jaarrekening' } as const;

export const addressOf = (name: string, domain: string) => `${name.split(' ')[0]!.toLowerCase()}@${domain}`;
