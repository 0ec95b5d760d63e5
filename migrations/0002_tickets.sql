-- The agreement in its versions, the tickets that live by it, and the one history of everything.

create type urgency as enum ('high', 'medium', 'low');
create type impact as enum ('large', 'medium', 'small');
create type priority as enum ('high', 'medium', 'low');
create type channel as enum ('portal', 'phone', 'desk');
create type ticket_state as enum (
  'reported', 'picked_up', 'testing', 'waiting', 'sign_off', 'signed_off', 'dropped'
);

-- A version holds from its first day on; of two with the same first day the later one counts.
create table agreements (
  version integer generated always as identity primary key,
  valid_from date not null,
  document jsonb not null,
  created_at timestamptz not null,
  created_by uuid references people
);

create table tickets (
  id uuid primary key,
  number integer generated always as identity unique,
  organisation_id uuid not null references organisations,
  site_id uuid not null references sites,
  reporter_id uuid not null references people,
  subject text not null,
  did text not null,
  happened text not null,
  expected text not null,
  urgency urgency not null,
  impact impact not null,
  priority priority not null,
  channel channel not null,
  state ticket_state not null,
  -- while waiting: the state to which the answer returns the ticket
  resumes_as ticket_state,
  agreement_version integer not null references agreements,
  reported_at timestamptz not null,
  assignee_id uuid references people,
  -- the moment that was promised at pick-up
  expected_at timestamptz,
  solver_id uuid references people,
  what_changed text,
  how_to_test text,
  tested_at timestamptz,
  tested_by uuid references people,
  delivered_at timestamptz,
  closed_at timestamptz,
  follows_id uuid references tickets,
  updated_at timestamptz not null,
  -- What follows is derived from the events and rewritten with each of them, never edited.
  clock_events jsonb not null,
  response_due timestamptz not null,
  response_met_at timestamptz,
  solution_due timestamptz not null,
  solution_met_at timestamptz,
  next_due_at timestamptz,
  warned jsonb not null default '{}',
  constraint waiting_resumes check ((state = 'waiting') = (resumes_as is not null)),
  constraint ended_is_closed check ((state in ('signed_off', 'dropped')) = (closed_at is not null))
);
create index tickets_open_by_due on tickets (next_due_at, number) where closed_at is null;
create index tickets_open_by_assignee on tickets (assignee_id, next_due_at) where closed_at is null;
create index tickets_closed on tickets (closed_at desc, id) where closed_at is not null;
create index tickets_by_organisation on tickets (organisation_id, number desc);
create index tickets_by_reporter on tickets (reporter_id, number desc);
create index tickets_by_site on tickets (site_id, number desc);
create index tickets_following on tickets (follows_id) where follows_id is not null;

-- What the client and the agency say to each other.
create table messages (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  author_id uuid not null references people,
  at timestamptz not null,
  body text not null
);
create index messages_by_ticket on messages (ticket_id, at);

-- What colleagues at the agency say among themselves; nothing that a client reads joins this table.
create table notes (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  author_id uuid not null references people,
  at timestamptz not null,
  body text not null
);
create index notes_by_ticket on notes (ticket_id, at);

-- The one history. No actor means the program itself; internal events are for staff only.
create table events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  type text not null,
  actor_id uuid references people,
  subject_type text not null,
  subject_id uuid not null,
  internal boolean not null,
  message_id uuid references messages,
  note_id uuid references notes,
  data jsonb not null,
  constraint notes_are_internal check (note_id is null or internal)
);
create index events_by_subject on events (subject_id, id);

create table watchers (
  ticket_id uuid not null references tickets on delete cascade,
  person_id uuid not null references people on delete cascade,
  primary key (ticket_id, person_id)
);
create index watchers_by_person on watchers (person_id);

-- What will happen to a ticket by itself, and when; firing removes the row.
create table timers (
  ticket_id uuid not null references tickets on delete cascade,
  kind text not null,
  at timestamptz not null,
  primary key (ticket_id, kind)
);
create index timers_by_moment on timers (at);

create table files (
  hash text primary key check (length(hash) = 64),
  size integer not null,
  -- what the bytes are by their own signature, for images only; everything else is a download
  image_type text,
  created_at timestamptz not null
);

-- Without a ticket: handed in with a form that was not accepted yet, kept for another try.
create table attachments (
  id uuid primary key,
  file_hash text not null references files,
  name text not null,
  person_id uuid not null references people,
  created_at timestamptz not null,
  ticket_id uuid references tickets,
  message_id uuid references messages,
  note_id uuid references notes,
  constraint one_place check (message_id is null or note_id is null)
);
create index attachments_by_ticket on attachments (ticket_id);
create index attachments_unsent on attachments (created_at) where ticket_id is null;
create index attachments_by_file on attachments (file_hash);

-- A form that was sent twice (a double click, a retry) has one effect: the second finds this row.
create table submissions (
  person_id uuid not null references people on delete cascade,
  id uuid not null,
  at timestamptz not null,
  location text not null,
  primary key (person_id, id)
);
create index submissions_by_moment on submissions (at);
