-- The decision in the ticket's way: what a waiting ticket waits for, what the client was asked to decide about
-- research, and the time that research took.

create type wait as enum ('question', 'decision', 'quote');
alter table tickets add column waiting_for wait;
update tickets set waiting_for = 'question' where state = 'waiting';
alter table tickets
  add constraint waits_for_something check ((state = 'waiting') = (waiting_for is not null));

-- Asked again with another fee or explanation, it is a new row: the latest one counts, while the ticket waits for it.
create table research_asks (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  asked_at timestamptz not null,
  asked_by uuid references people,
  -- for the client to read
  explanation text not null,
  -- without VAT
  fee_cents integer not null check (fee_cents between 1 and 100000000),
  acceptance_id uuid unique references acceptances
);
create index research_asks_by_ticket on research_asks (ticket_id, asked_at desc);

-- Work on research, timed: one running stretch per person.
create table research_stretches (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  person_id uuid not null references people,
  began_at timestamptz not null,
  ended_at timestamptz,
  -- what counts of it; a correction stands in the history with its reason
  minutes integer check (minutes between 0 and 100000),
  constraint counted_once_ended check ((ended_at is null) = (minutes is null)),
  constraint stretch_ends_after_it_begins check (ended_at >= began_at)
);
create unique index research_running on research_stretches (person_id) where ended_at is null;
create index research_running_by_ticket on research_stretches (ticket_id) where ended_at is null;
create index research_stretches_by_ticket on research_stretches (ticket_id, began_at);
