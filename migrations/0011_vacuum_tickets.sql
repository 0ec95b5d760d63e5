-- The queue counts open tickets from their index. Where rows have changed since the last vacuum it has to look at them one
-- by one: on a table that keeps everything, PostgreSQL's usual fifth of its rows lets that grow for years.
alter table tickets set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
