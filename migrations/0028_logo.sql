-- The agency's logo, small enough to be kept beside its name: a backup of the database holds it, and every node has it.
create table logos (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea not null check (length(bytes) <= 204800)
);
alter table agency add column logo text references logos (hash);
