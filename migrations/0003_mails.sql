-- The outbox: a mail is written here in the transaction that promises it, and delivered afterwards.

create type mail_state as enum ('queued', 'sent', 'failed', 'kept');

create table mails (
  id uuid primary key,
  kind text not null,
  ticket_id uuid references tickets,
  person_id uuid references people,
  to_name text not null,
  to_address text not null,
  language language not null,
  subject text not null,
  text text not null,
  html text not null,
  message_id text not null unique,
  in_reply_to text,
  reference_ids text[] not null,
  -- holds a link that signs somebody in: shown at the desk without it, emptied once delivered
  secret boolean not null default false,
  state mail_state not null,
  created_at timestamptz not null,
  -- since when it is being tried: for three days from here
  queued_at timestamptz not null,
  -- not to be tried before this moment
  next_at timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  last_error text
);
create index mails_by_moment on mails (created_at desc, id);
create index mails_by_ticket on mails (ticket_id, created_at);
create index mails_undelivered on mails (state, created_at) where state in ('queued', 'failed');
