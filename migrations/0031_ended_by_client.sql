-- What of a client's tickets is open and what has ended, counted without reading the tickets themselves: the portal's
-- list says it on every page, and a client of ten years has thousands that have ended.
create index tickets_of_client_by_end on tickets (organisation_id, closed_at);
