-- What somebody began to write and did not send: theirs alone, a row a form.
create table drafts (
  person_id uuid not null references people (id) on delete cascade,
  -- none for a form that belongs to no ticket yet
  ticket_id uuid references tickets (id) on delete cascade,
  form text not null,
  fields jsonb not null,
  at timestamptz not null,
  unique nulls not distinct (person_id, ticket_id, form)
);
create index drafts_by_moment on drafts (at);
create index drafts_by_ticket on drafts (ticket_id);
