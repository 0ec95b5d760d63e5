-- The list of decisions by hand about who pays, the latest first.
create index events_overrulings on events (id desc) where type in ('overruled', 'overruling_ended');
