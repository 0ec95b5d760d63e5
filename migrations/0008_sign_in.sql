-- The second step of signing in, what is known of each session, and a history that nobody can rewrite.

create type sign_in_way as enum ('password', 'link', 'invitation', 'setup', 'passkey');
create type second_factor as enum ('app', 'recovery_code', 'passkey');

-- The app on somebody's telephone that shows codes (TOTP). It counts once a first code has proven it.
create table auth_apps (
  person_id uuid primary key references people on delete cascade,
  -- encrypted under SECRET
  secret text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- the last half minute of which a code was taken: none is taken twice
  used_step bigint not null default 0
);

-- One salt for each set, so that a code is hashed once to be looked up.
create table auth_recovery_codes (
  person_id uuid not null references people on delete cascade,
  salt text not null check (length(salt) = 32),
  hash text not null check (length(hash) = 64),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

create table auth_passkeys (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  name text not null,
  -- as the browser gives it, in base64url
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index auth_passkeys_by_person on auth_passkeys (person_id, created_at);

alter table auth_sessions
  add column way sign_in_way,
  add column second_factor second_factor,
  add column seen_at timestamptz;

-- An address that somebody wants as theirs, until the link that went there is used.
create table email_changes (
  person_id uuid primary key references people on delete cascade,
  email citext not null,
  token_hash text not null unique check (length(token_hash) = 64),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- From this moment on all of the agency need a second factor; null asks it of nobody.
alter table agency add column second_factor_from timestamptz;

-- For the log: everything but tickets, the latest first.
create index events_but_tickets on events (id desc) where subject_type <> 'ticket';

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'What happened stays as it was written: rows of % are only added.', tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger events_are_only_added before update or delete on events
  for each row execute function refuse_rewriting();
