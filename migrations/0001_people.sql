-- Who there is: the agency, its clients' organisations, their sites, and the people on both sides.

create extension if not exists citext;

create type language as enum ('nl', 'en');
create type person_kind as enum ('staff', 'contact');
create type staff_role as enum ('supporter', 'developer', 'manager');
create type contact_role as enum ('reporter', 'colleague', 'coordinator');
create type site_kind as enum ('website', 'webshop');
create type site_phase as enum ('development', 'live', 'ended');

-- One row, written when the first manager opens the set-up link.
create table agency (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  accent text not null check (accent ~ '^#[0-9a-f]{6}$'),
  language language not null,
  sender text,
  set_up_at timestamptz not null
);

create table setup_links (
  token_hash text primary key check (length(token_hash) = 64),
  created_at timestamptz not null
);

create table organisations (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index organisations_by_name on organisations (name, id);

-- A person is also the user that better-auth signs in; name, email, email_verified, image, created_at
-- and updated_at are the columns that it asks for.
create table people (
  id uuid primary key,
  name text not null,
  email citext not null unique,
  email_verified boolean not null default false,
  image text,
  phone text,
  language language not null,
  kind person_kind not null,
  staff_role staff_role,
  organisation_id uuid references organisations,
  contact_role contact_role,
  budget_holder boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deactivated_at timestamptz,
  constraint staff_have_a_staff_role check ((kind = 'staff') = (staff_role is not null)),
  constraint contacts_have_an_organisation check ((kind = 'contact') = (organisation_id is not null)),
  constraint contacts_have_a_contact_role check ((kind = 'contact') = (contact_role is not null)),
  constraint staff_hold_no_budget check (kind = 'contact' or not budget_holder)
);
create index people_by_organisation on people (organisation_id, name);
create index people_by_kind on people (kind, name);

create table sites (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  name text not null,
  kind site_kind not null,
  phase site_phase not null,
  addresses text[] not null,
  critical_parts text[] not null,
  created_at timestamptz not null
);
create index sites_by_organisation on sites (organisation_id, name);

-- The sites whose tickets a colleague may see.
create table person_sites (
  person_id uuid not null references people on delete cascade,
  site_id uuid not null references sites on delete cascade,
  primary key (person_id, site_id)
);
create index person_sites_by_site on person_sites (site_id);

-- An invitation is known by the hash of its token only, and is used once.
create table invitations (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  token_hash text not null unique check (length(token_hash) = 64),
  created_at timestamptz not null,
  created_by uuid references people,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_by_person on invitations (person_id, created_at);

-- Who is alerted of a ticket of high priority.
create table duty (
  person_id uuid primary key references people on delete cascade
);

create table auth_sessions (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  user_id uuid not null references people on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_sessions_by_user on auth_sessions (user_id);

create table auth_accounts (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references people on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  id_token text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index auth_accounts_by_user on auth_accounts (user_id);

create table auth_verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verifications_by_identifier on auth_verifications (identifier);
