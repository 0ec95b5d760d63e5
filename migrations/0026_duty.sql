-- Who is alerted of a ticket of high priority in office hours, and who outside them.
alter table duty
  add column in_hours boolean not null default true,
  add column out_of_hours boolean not null default true,
  add constraint on_duty_at_some_time check (in_hours or out_of_hours);

-- When a colleague is away, first and last day included, and who takes over meanwhile.
create table absences (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  first_day date not null,
  last_day date not null,
  substitute_id uuid references people on delete set null,
  created_at timestamptz not null,
  created_by uuid references people,
  constraint ends_after_it_begins check (last_day >= first_day),
  constraint nobody_for_themselves check (substitute_id <> person_id),
  constraint away_once_at_a_time exclude using gist (
    person_id with =, daterange(first_day, last_day, '[]') with &&
  )
);
create index absences_by_end on absences (last_day, first_day);
