-- An import that was confirmed: how far it is, and what came of it. The table itself is forgotten once it is done.
create table imports (
  id uuid primary key,
  kind text not null,
  text text,
  lines integer not null,
  done integer not null default 0,
  created_at timestamptz not null,
  created_by uuid not null references people,
  finished_at timestamptz,
  taken integer,
  known integer,
  -- the head of the table and the lines that were refused, each with its problems
  refused jsonb,
  constraint finished_with_its_counts check (
    (finished_at is null) = (taken is null) and (finished_at is null) = (known is null)
    and (finished_at is null) = (refused is null) and (finished_at is null) = (text is not null)
  )
);
create index imports_by_time on imports (created_at);
