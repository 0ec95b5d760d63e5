import { Layout } from '#ui/layout.tsx';
import { Section } from '#ui/parts.tsx';
import { Prose } from '#ui/prose.tsx';
import { Moment } from '#ui/time.tsx';
import { feeWords } from '../research/shown.ts';
import { ticketTexts } from '../texts.ts';
import { Said } from '../view/said.tsx';
import { AcceptForm, DropForm, ForwardForm } from './decision-forms.tsx';
import type { DecisionView } from './decision-view.ts';

export interface DecisionProps {
  readonly view: DecisionView;
}

/** What there is to decide: first what it is about and what is agreed, then the choice itself. */
export const DecisionPage = ({ view }: DecisionProps) => {
  const { page, ticket, open, tried } = view;
  const say = ticketTexts(page.language);
  return (
    <Layout
      page={page}
      face="portal"
      title={`${say('ticket', { number: ticket.number })}: ${ticket.subject}`}
    >
      <p class="text-secondary">
        {say('ticket', { number: ticket.number })} · <bdi>{ticket.site}</bdi>
      </p>
      <h1 class="mb-4 text-2xl font-semibold">{say('research.page.title')}</h1>
      {tried?.conflict && (
        <div role="alert" class="alert mb-5 items-start border-warning bg-base-100 text-base">
          <span aria-hidden="true" class="font-bold text-warning">
            !
          </span>
          <p>{tried.conflict}</p>
        </div>
      )}
      {open ? <Choice view={view} /> : <Closed view={view} />}
    </Layout>
  );
};

const Choice = ({ view }: DecisionProps) => (
  <>
    <WhatIsAsked view={view} />
    {view.mayAgree ? <AcceptForm view={view} /> : <WhoDecides view={view} />}
    <DropForm view={view} />
  </>
);

/** Word for word what is kept as evidence when somebody agrees. */
const WhatIsAsked = ({ view }: DecisionProps) => {
  const { page, ticket, open, seesTicket } = view;
  if (!open) return null;
  const { ask, shown } = open;
  const say = ticketTexts(page.language);
  return (
    <Section>
      <h2 class="mb-2 text-lg font-semibold" dir="auto">
        {shown.title}
      </h2>
      <p class="mb-4">{shown.ground}</p>
      <p class="text-sm text-secondary">
        {say('research.page.why', { name: ask.askedBy ?? page.brand.name })}{' '}
        <Moment at={ask.askedAt} page={page} />
      </p>
      <blockquote class="mt-1 mb-5 border-l-4 border-base-300 pl-3">
        <Prose text={shown.explanation} />
      </blockquote>
      <h3 class="mb-2 font-semibold">{say('research.page.terms')}</h3>
      <ul class="list-disc space-y-2 pl-5">
        {shown.terms.map((term, index) => (
          <li class={index === 0 ? 'text-lg font-semibold' : ''}>{term}</li>
        ))}
        <li>{shown.silence}</li>
      </ul>
      {seesTicket && (
        <p class="mt-4">
          {say('research.page.ask_first')}{' '}
          <a href={`/tickets/${ticket.id}#message`}>{say('research.page.ask_link')}</a>
        </p>
      )}
    </Section>
  );
};

/** For somebody who may not agree: who may, and the way to them. */
const WhoDecides = ({ view }: DecisionProps) => {
  const { page, ticket, holders, forwarded, coordinators } = view;
  const say = ticketTexts(page.language);
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(', ');
  if (holders.length === 0) {
    const others = coordinators.filter(({ id }) => id !== view.contact.id);
    return (
      <Section>
        <p>
          {others.length > 0
            ? say('research.page.nobody', { organisation: ticket.organisation, names: names(others) })
            : say('research.page.nobody_at_all', { organisation: ticket.organisation })}
        </p>
      </Section>
    );
  }
  const left = holders.filter(({ id }) => !forwarded.some((each) => each.id === id));
  return (
    <Section title={say('research.page.forward')} id="forwarding">
      <p class="mb-3">
        {say('research.page.may_not')} {say('research.page.who_may', { names: names(holders) })}
      </p>
      {forwarded.length > 0 && (
        <p class="mb-3 font-medium">
          <span aria-hidden="true">✓ </span>
          {say('research.page.forwarded', { names: names(forwarded) })}
        </p>
      )}
      {left.length > 0 && view.seesTicket && <ForwardForm view={view} people={left} />}
    </Section>
  );
};

/** Nothing to decide any more: what became of it. */
const Closed = ({ view }: DecisionProps) => {
  const { page, ticket, last, seesTicket } = view;
  const say = ticketTexts(page.language);
  const agreed = last?.agreed;
  return (
    <Section>
      <p class="text-lg">
        {agreed ? (
          <Said
            page={page}
            text="research.page.closed.accepted"
            fill={{ name: agreed.name, moment: agreed.at, ...feeWords(last.feeCents, page.language) }}
          />
        ) : (
          say(ticket.state === 'dropped' ? 'research.page.closed.dropped' : 'research.page.closed.gone')
        )}
      </p>
      {seesTicket && (
        <a class="btn btn-primary mt-4" href={`/tickets/${ticket.id}`}>
          {say('research.page.closed.to_ticket')}
        </a>
      )}
    </Section>
  );
};
