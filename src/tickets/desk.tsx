import type { Hono } from 'hono';
import { allow, type Env, goTo, idOf, queryOf, show, staffOf } from '#auth/web.ts';
import { loadOffice } from '#settings/office.ts';
import { Layout } from '#ui/layout.tsx';
import { Heading, Section } from '#ui/parts.tsx';
import { actRoutes } from './desk/act-routes.tsx';
import { chosenIn, queueFilter } from './desk/filter.ts';
import { Filters, offersClients } from './desk/filters.tsx';
import { KeyLists, Keys } from './desk/keys.tsx';
import { loadView } from './desk/load.ts';
import { Names } from './desk/names.tsx';
import { colleaguesOn, filterOptions, todayIn } from './desk/options.ts';
import { Queue } from './desk/queue.tsx';
import { reportRoutes } from './desk/report-routes.tsx';
import { loadSavedViews } from './desk/saved.tsx';
import { TicketPage } from './desk/ticket.tsx';
import { overrulingsDesk } from './overrulings/desk.tsx';
import { ticketByNumber } from './queries.ts';
import { queueCounts, queueTickets } from './queue.ts';
import { ticketTexts } from './texts.ts';
import { whoPays } from './who-pays.ts';

/** The agency's side of tickets: the queue, each ticket with its steps, and reporting for somebody else. */
export function ticketsDesk(app: Hono<Env>): void {
  app.get('/desk', allow('staff'), async (c) => {
    const { scope, page } = c.var;
    const me = staffOf(c);
    const number = /^#?(\d{1,9})$/.exec(queryOf(c, 'words'))?.[1];
    const asked = number && (await ticketByNumber(scope.db, me, Number(number)));
    if (asked) return goTo(c, `/desk/tickets/${asked.id}`);

    const chosen = chosenIn(c);
    const filter = await queueFilter(scope.db, chosen, { me, now: page.now });
    const office = await loadOffice(scope.db);
    const endOfToday = new Date(office.calendar.dayAt(page.now.getTime()).to);
    const [tickets, counts, options, saved] = await Promise.all([
      queueTickets(scope.db, filter),
      queueCounts(scope.db, filter, { now: page.now, endOfToday }),
      filterOptions(scope.db, chosen.filters, { clients: offersClients(chosen) }),
      loadSavedViews(scope.db, me, page.now),
    ]);
    const verdict = await whoPays(scope.db, office, tickets);
    return show(
      c,
      <Queue
        page={page}
        office={office}
        me={me.id}
        newId={scope.newId}
        chosen={chosen}
        saved={saved}
        options={options}
        tickets={tickets}
        counts={counts}
        endOfToday={endOfToday}
        payerOf={(ticket) => verdict(ticket).payer}
      />,
    );
  });

  app.get('/desk/filters', allow('staff'), async (c) => {
    const { page, scope } = c.var;
    const chosen = chosenIn(c);
    const options = await filterOptions(scope.db, chosen.filters, { clients: true });
    const title = ticketTexts(page.language)('desk.queue.more_filters');
    return show(
      c,
      <Layout page={page} face="desk" title={title}>
        <Heading title={title} />
        <Filters page={page} chosen={chosen} options={options} open />
      </Layout>,
    );
  });

  app.get('/desk/keys', allow('staff'), (c) => {
    const { page, scope } = c.var;
    const title = ticketTexts(page.language)('desk.keys.title');
    return show(
      c,
      <Layout page={page} face="desk" title={title}>
        <Keys page={page} once={scope.newId()} me={staffOf(c).id}>
          <Heading title={title} />
          <Section>
            <KeyLists page={page} writes />
          </Section>
        </Keys>
      </Layout>,
    );
  });

  app.get('/desk/colleagues', allow('staff'), async (c) => {
    const { page, scope } = c.var;
    const others = (await colleaguesOn(scope.db, todayIn(page))).filter(({ id }) => id !== staffOf(c).id);
    return c.html(await (<Names page={page} colleagues={others} />));
  });

  app.get('/desk/tickets/:id', allow('staff'), async (c) =>
    show(c, <TicketPage view={await loadView(c, idOf(c))} />),
  );

  actRoutes(app);
  reportRoutes(app);
  overrulingsDesk(app);
}
