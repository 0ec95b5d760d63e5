import type { Api } from '#api/context.ts';
import { agencySteps } from './api/agency-steps.ts';
import { attachmentOperations } from './api/attachments.ts';
import { clientSteps } from './api/client-steps.ts';
import { conversationSteps } from './api/conversation-steps.ts';
import { researchOperations } from './api/research.ts';
import { storyOperations } from './api/story.ts';
import { ticketOperations } from './api/tickets.ts';
import { watcherOperations } from './api/watchers.ts';

/** `/tickets` and `/attachments`: a ticket with every step of its way as a resource. */
export function ticketsApi(api: Api): void {
  ticketOperations(api);
  agencySteps(api);
  conversationSteps(api);
  clientSteps(api);
  researchOperations(api);
  storyOperations(api);
  watcherOperations(api);
  attachmentOperations(api);
}
