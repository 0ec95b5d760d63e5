import type { TicketKind } from '#agreement/coverage-rules.ts';
import type { Story } from './story.ts';

/** Stories that are no defects, by their keys. */
const kinds: Readonly<Record<string, TicketKind>> = {
  'nl-down': 'availability',
  'nl-slow': 'availability',
  'en-down': 'availability',
  'en-slow': 'availability',
  'nl-certificate': 'server_update',
  'nl-word': 'cms_use',
  'nl-menu': 'cms_use',
  'nl-new-user': 'cms_use',
  'nl-deleted': 'cms_use',
  'nl-backup': 'question',
  'nl-domain': 'new_wish',
  'nl-stats': 'question',
  'en-access': 'question',
  'en-analytics': 'question',
};

/** What kind of ticket a story makes. */
export const kindOf = ({ key }: Story): TicketKind => kinds[key] ?? 'defect';
