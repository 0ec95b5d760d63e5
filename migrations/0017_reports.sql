-- Tickets are solved roughly in the order in which they lie: a few pages tell a month from another.
create index tickets_by_solution on tickets using brin (solution_met_at) with (pages_per_range = 16, autosummarize = on);
