import { sayDate } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import { isEnded, isWithClient } from '../ticket.ts';
import { PriorityBadge } from '../view/priority-badge.tsx';
import { type ActProps, pathOf } from './act-form.tsx';
import { Promised } from './due.tsx';
import { historyQuery } from './history.tsx';
import { QuietAct } from './next.tsx';
import { Assign } from './others.tsx';
import { Fact, Panel } from './panel.tsx';

/** What was promised, how heavy it weighs, and who has it. */
export const StandingPanel = ({ view }: ActProps) => {
  const { ticket, page } = view;
  const say = ticketTexts(page.language);
  const passed =
    !isEnded(ticket) && !isWithClient(ticket) && ticket.expected_at && ticket.expected_at < page.now;
  return (
    <Panel title={say('desk.ticket.standing')}>
      <dl>
        <Fact name={say('desk.ticket.promised')}>
          {ticket.expected_at ? (
            <Promised ticket={ticket} page={page} />
          ) : (
            <span class="text-secondary">
              {say(ticket.state === 'reported' ? 'desk.ticket.not_promised' : 'desk.ticket.nothing_promised')}
            </span>
          )}
          {passed && <span class="block text-sm">{say('desk.ticket.promised_passed')}</span>}
        </Fact>
        <Fact name={say('desk.ticket.priority')}>
          <PriorityBadge priority={ticket.priority} language={page.language} />
          <span class="mt-1 block text-sm">
            {say('desk.ticket.urgency_impact', {
              urgency: say(`urgency.${ticket.urgency}`).toLowerCase(),
              impact: say(`impact.${ticket.impact}`).toLowerCase(),
            })}
          </span>
        </Fact>
        {isEnded(ticket) && (
          <Fact name={say('desk.ticket.assignee')}>{ticket.assignee ?? say('desk.due.nobody')}</Fact>
        )}
      </dl>
      {!isEnded(ticket) && (
        <div class="mt-3">
          <Assign view={view} />
        </div>
      )}
    </Panel>
  );
};

/** The client, the site and the people on the client's side. */
export const PeoplePanel = ({ view }: ActProps) => {
  const { ticket, page } = view;
  const say = ticketTexts(page.language);
  return (
    <Panel title={say('desk.ticket.people')}>
      <dl>
        <Fact name={say('desk.ticket.organisation')}>
          <a href={`/desk/organisations/${ticket.organisation_id}`}>{ticket.organisation}</a>
        </Fact>
        <Fact name={say('desk.ticket.site')}>
          <a href={`/desk/sites/${ticket.site_id}`}>{ticket.site}</a>
          <span class="block text-sm text-secondary">
            {say(`desk.ticket.kind.${ticket.site_kind}`)}, {say(`desk.ticket.phase.${ticket.phase}`)}
          </span>
          <ul class="text-sm">
            {ticket.addresses.map((address) => (
              <li>
                <Address address={address} newTab={say('desk.ticket.new_tab')} />
              </li>
            ))}
          </ul>
        </Fact>
        {ticket.critical_parts.length > 0 && (
          <Fact name={say('desk.ticket.critical')}>{ticket.critical_parts.join(' · ')}</Fact>
        )}
        <Fact name={say('desk.ticket.reporter')}>
          {ticket.reporter}
          {ticket.contact_role && (
            <span class="text-sm text-secondary"> ({say(`desk.ticket.role.${ticket.contact_role}`)})</span>
          )}
          {ticket.deactivated_at && <span class="block text-sm">{say('desk.ticket.deactivated')}</span>}
          <span class="block text-sm">
            <a href={`mailto:${ticket.email}`}>{ticket.email}</a>
          </span>
          {ticket.phone && (
            <span class="block text-sm">
              <a href={`tel:${ticket.phone.replace(/[^\d+]/g, '')}`}>{ticket.phone}</a>
            </span>
          )}
        </Fact>
        <Fact name={say('desk.ticket.watchers')}>
          <Watchers view={view} />
        </Fact>
      </dl>
      <QuietAct view={view} act="watchers" />
    </Panel>
  );
};

/** An address of a site; only what browsers open over http becomes a link. */
const Address = ({ address, newTab }: { address: string; newTab: string }) => {
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return <bdi>{address}</bdi>;
  return (
    <a href={url.href} rel="nofollow noopener noreferrer" target="_blank">
      {address.replace(/^https?:\/\//, '')}
      <span class="sr-only"> ({newTab})</span>
    </a>
  );
};

const Watchers = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  if (view.watchers.length === 0)
    return <span class="text-secondary">{say('desk.ticket.nobody_watches')}</span>;
  return (
    <ul>
      {view.watchers.map(({ id, name, email }) => (
        <li class="flex items-center justify-between gap-2">
          <span title={email}>{name}</span>
          <form method="post" action={`${pathOf(view)}/watchers/${id}/removal${historyQuery(view.part)}`}>
            <input type="hidden" name="once" value={view.newId()} />
            <button type="submit" class="btn btn-ghost btn-sm">
              {say('desk.ticket.stop')}
              <span class="sr-only"> {say('desk.ticket.stop_watching', { name })}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
};

/** By which agreement, and what lies around the ticket. */
export const AroundPanel = ({ view }: ActProps) => {
  const { ticket, page, office, followedBy } = view;
  const say = ticketTexts(page.language);
  const version = office.versions.find((each) => each.version === ticket.agreement_version);
  return (
    <Panel title={say('desk.ticket.around')}>
      {version && (
        <p class="mb-2 text-sm">
          {say('desk.ticket.agreement_version', {
            version: version.version,
            day: sayDate(version.validFrom, page),
          })}
        </p>
      )}
      <ul class="grid gap-1">
        {ticket.follows_id && (
          <li>
            <a href={`/desk/tickets/${ticket.follows_id}`}>
              {say('desk.ticket.follows', { number: ticket.follows_number ?? '' })}
            </a>
          </li>
        )}
        {followedBy.map(({ id, number }) => (
          <li>
            <a href={`/desk/tickets/${id}`}>{say('desk.ticket.followed_by', { number })}</a>
          </li>
        ))}
        <li>
          <a href={`/desk/mail?ticket=${ticket.id}`}>{say('desk.ticket.mails')}</a>
        </li>
      </ul>
    </Panel>
  );
};
