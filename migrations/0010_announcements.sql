-- Which versions of the agreement were announced to all contacts: each once at most.
create table agreement_announcements (
  version integer primary key references agreements,
  at timestamptz not null,
  announced_by uuid not null references people,
  -- how many got the mail
  recipients integer not null check (recipients >= 0)
);
