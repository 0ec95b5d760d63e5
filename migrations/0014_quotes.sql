-- Quotes (agreement, 3 and 4): each version a row of its own. What was sent stays as it was sent; a change is a new
-- version, which ends the one before it. Numbers run without a gap within each year.

create type quote_state as enum (
  'draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn', 'replaced'
);
create type quote_line_kind as enum ('hours', 'fixed');

create table quotes (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  -- without a ticket it is for a new wish
  ticket_id uuid references tickets,
  state quote_state not null,
  -- given at sending and never again; a new version keeps the number
  year integer,
  number integer,
  version integer not null check (version > 0),
  replaces_id uuid references quotes,
  language language not null,
  title text not null,
  introduction text not null,
  conditions text not null,
  -- the last day on which it can be accepted
  valid_until date not null,
  -- when the work is planned to be ready
  planned_on date,
  created_at timestamptz not null,
  created_by uuid references people,
  sent_at timestamptz,
  sent_by uuid references people,
  -- the end of the last day, in the office's zone as it was at sending
  ends_at timestamptz,
  -- how it ended: by whom and, where they said so, why
  ended_at timestamptz,
  ended_by uuid references people,
  ended_reason text,
  constraint quotes_once_numbered unique (year, number, version),
  constraint numbered_once_sent check (
    (state = 'draft' and sent_at is null)
    or (sent_at is not null and year is not null and number is not null and ends_at is not null)
  ),
  constraint ended_once_ended check ((state in ('draft', 'sent')) = (ended_at is null))
);
create index quotes_by_organisation on quotes (organisation_id, created_at desc);
create index quotes_by_ticket on quotes (ticket_id, created_at) where ticket_id is not null;
create index quotes_by_moment on quotes ((coalesce(sent_at, created_at)) desc, id);
create index quotes_by_state on quotes (state, (coalesce(sent_at, created_at)) desc, id);
create index quotes_replacing on quotes (replaces_id) where replaces_id is not null;
-- of one quote there is at most one version in the making, and at most one that counts
create unique index quotes_one_next on quotes (replaces_id) where state = 'draft' and replaces_id is not null;
create unique index quotes_one_open on quotes (year, number) where state in ('sent', 'accepted');

create table quote_lines (
  quote_id uuid not null references quotes on delete cascade,
  position integer not null check (position between 1 and 100),
  kind quote_line_kind not null,
  description text not null,
  -- in hundredths: 750 is 7.50 hours
  quantity integer not null check (quantity between 1 and 1000000),
  -- for one of it, in cents without VAT
  unit_cents integer not null check (unit_cents between 1 and 100000000),
  amount_cents integer not null check (amount_cents between 1 and 100000000),
  -- the client may tick it
  optional boolean not null,
  vat vat not null,
  primary key (quote_id, position),
  constraint line_amount_is_its_product
    check (amount_cents = (quantity::bigint * unit_cents + 50) / 100)
);

-- The last number of each year; its row is held from the giving of a number to the commit.
create table quote_numbers (
  year integer primary key,
  last integer not null check (last > 0)
);

-- A code that was mailed to whoever is about to accept, for these ticks and no others.
create table quote_codes (
  id uuid primary key,
  quote_id uuid not null references quotes on delete cascade,
  person_id uuid not null references people,
  ticks integer[] not null,
  name text not null,
  role text not null,
  code_hash text not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index quote_codes_by_person on quote_codes (person_id, created_at desc);

-- What will happen to a quote by itself, and when; firing removes the row.
create table quote_timers (
  quote_id uuid not null references quotes on delete cascade,
  kind text not null,
  at timestamptz not null,
  primary key (quote_id, kind)
);
create index quote_timers_by_moment on quote_timers (at);

-- Once sent, a quote only ends; its content stays.
create function quote_stays_as_sent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'A quote that was sent is kept.'
        using errcode = 'check_violation', constraint = 'quote_stays_as_sent';
    end if;
    return old;
  end if;
  if old.state = 'draft' then
    return new;
  end if;
  if (new.id, new.organisation_id, new.ticket_id, new.year, new.number, new.version, new.replaces_id, new.language,
      new.title, new.introduction, new.conditions, new.valid_until, new.planned_on, new.created_at, new.created_by,
      new.sent_at, new.sent_by, new.ends_at)
     is distinct from
     (old.id, old.organisation_id, old.ticket_id, old.year, old.number, old.version, old.replaces_id, old.language,
      old.title, old.introduction, old.conditions, old.valid_until, old.planned_on, old.created_at, old.created_by,
      old.sent_at, old.sent_by, old.ends_at)
     or (old.state <> 'sent' and new is distinct from old)
     or new.state = 'draft'
  then
    raise exception 'A quote that was sent stays as it was sent.'
      using errcode = 'check_violation', constraint = 'quote_stays_as_sent';
  end if;
  return new;
end $$;
create trigger quote_stays_as_sent before update or delete on quotes
  for each row execute function quote_stays_as_sent();

create function quote_lines_stay_as_sent() returns trigger language plpgsql as $$
begin
  perform from quotes where id = coalesce(new.quote_id, old.quote_id) and state <> 'draft';
  if found then
    raise exception 'The lines of a quote that was sent stay as they were sent.'
      using errcode = 'check_violation', constraint = 'quote_stays_as_sent';
  end if;
  return coalesce(new, old);
end $$;
create trigger quote_lines_stay_as_sent before insert or update or delete on quote_lines
  for each row execute function quote_lines_stay_as_sent();

alter table acceptances add constraint acceptances_of_quotes foreign key (quote_id) references quotes;
