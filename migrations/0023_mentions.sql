-- Colleagues who are called by name in a note; for whoever looks for the tickets that mention them.
create table mentions (
  note_id uuid not null references notes on delete cascade,
  person_id uuid not null references people on delete cascade,
  ticket_id uuid not null references tickets on delete cascade,
  at timestamptz not null,
  primary key (note_id, person_id)
);
create index mentions_by_person on mentions (person_id, at) include (ticket_id);
create index mentions_by_ticket on mentions (ticket_id, person_id, at);
