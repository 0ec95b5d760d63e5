-- How often something was tried at a door, by whom or for whom: counted for all processes, a row a key. Worth nothing
-- after a crash, hence unlogged, and so without a wait for the disk.
create unlogged table tries (
  -- what was tried, and the hash of who did or of what it was tried for
  key text primary key,
  count integer not null,
  until timestamptz not null
);
create index tries_by_end on tries (until);

-- An address that somebody wants as theirs, until the link that went there is used; and for some days after that the
-- way back, for whoever reads the old one. Several of one person: a second change leaves the way back from the first.
drop table email_changes;
create table email_changes (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  old_email citext not null,
  email citext not null,
  confirm_hash text not null unique check (length(confirm_hash) = 64),
  stop_hash text not null unique check (length(stop_hash) = 64),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  stoppable_until timestamptz not null,
  confirmed_at timestamptz,
  -- withdrawn, stopped from the old address, or overtaken by another change
  ended_at timestamptz
);
create index email_changes_by_person on email_changes (person_id, created_at);
create index email_changes_by_end on email_changes (stoppable_until);

-- What is signed in no longer, and what was asked for in vain, is looked for to be forgotten.
create index auth_sessions_by_end on auth_sessions (expires_at);
create index auth_verifications_by_end on auth_verifications (expires_at);
