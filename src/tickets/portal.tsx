import type { Hono } from 'hono';
import type { Env } from '#auth/web.ts';
import { attachmentRoutes } from './portal/attachments.ts';
import { decisionRoutes } from './portal/decision-routes.tsx';
import { listRoutes } from './portal/list.tsx';
import { reportRoutes } from './portal/report.tsx';
import { ticketRoutes } from './portal/ticket.tsx';

/** The clients' face: their tickets, the report form, a ticket, and the files of both faces. */
export function ticketsPortal(app: Hono<Env>): void {
  listRoutes(app);
  reportRoutes(app);
  ticketRoutes(app);
  decisionRoutes(app);
  attachmentRoutes(app);
}
