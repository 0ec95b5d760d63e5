-- Programs that use the API: their tokens, and the answers kept for requests that are sent again.

-- A token is somebody in the history, and nobody anywhere else: it signs in nowhere, gets no mail, and is
-- offered to nobody as a colleague, since its row counts as deactivated from the first moment on.
alter table people add column is_token boolean not null default false;
alter table people add constraint tokens_never_sign_in
  check (not is_token or (kind = 'staff' and deactivated_at is not null));

-- Name and role stand in `people`; the token itself nowhere, only its hash.
create table api_tokens (
  id uuid primary key references people,
  token_hash text not null unique check (length(token_hash) = 64),
  -- the first characters, by which people tell one token from another
  hint text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  requests_per_minute integer not null check (requests_per_minute > 0),
  created_at timestamptz not null,
  created_by uuid references people,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references people
);

-- The answer to a write that carried an Idempotency-Key, in the transaction of the write itself.
create table api_requests (
  token_id uuid not null references api_tokens on delete cascade,
  key text not null,
  fingerprint text not null,
  at timestamptz not null,
  status smallint,
  headers jsonb,
  body text,
  primary key (token_id, key)
);
create index api_requests_by_moment on api_requests (at);

-- For «what changed since»: in the order of the changes.
create index tickets_by_update on tickets (updated_at, id);
