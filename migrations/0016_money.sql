-- What a manager looks at every month: what ends soon, and what was reported in a period.

create index contracts_ending on contracts (last_day) where last_day is not null;
create index deliveries_by_day on deliveries (delivered_on);
-- tickets lie in the order in which they were reported: a few pages tell a month from another
create index tickets_by_report on tickets using brin (reported_at) with (pages_per_range = 16, autosummarize = on);
