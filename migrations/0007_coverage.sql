-- What is known about a site and its people that decides who pays, and what a ticket adds to it.

create extension if not exists btree_gist;

create type contract_kind as enum ('hosting', 'care_plan');
create type ticket_kind as enum (
  'question', 'defect', 'cms_use', 'availability', 'server_update', 'new_wish'
);
create type payer as enum ('agency', 'client');

-- The site itself, and new functionality later on: each has a warranty of its own.
create table deliveries (
  id uuid primary key,
  site_id uuid not null references sites,
  name text not null,
  delivered_on date not null,
  constraint deliveries_by_name unique (site_id, name)
);

-- Both days are counted; no last day means until further notice.
create table contracts (
  id uuid primary key,
  site_id uuid not null references sites,
  kind contract_kind not null,
  -- of a care plan: which of the agency's, and what it costs a month
  plan text,
  price_cents integer check (price_cents between 0 and 100000000),
  first_day date not null,
  last_day date,
  constraint ends_after_it_begins check (last_day is null or last_day >= first_day),
  constraint hosting_is_no_plan check (kind = 'care_plan' or (plan is null and price_cents is null)),
  constraint one_at_a_time exclude using gist (
    site_id with =, kind with =, daterange(first_day, last_day, '[]') with &&
  )
);

create table trainings (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  cms text not null,
  trained_on date not null
);
create index trainings_by_person on trainings (person_id, trained_on);

alter table tickets
  add column kind ticket_kind not null default 'defect',
  -- the delivery that it is about; none means the latest by the day of the report
  add column delivery_id uuid references deliveries,
  add column directly_solvable boolean,
  add column at_hand boolean,
  -- a cause outside the agency's work, with the reason that the client reads
  add column cause_outside text,
  add column overruled_payer payer,
  add column overruled_reason text,
  add constraint overruled_with_reason check ((overruled_payer is null) = (overruled_reason is null));
