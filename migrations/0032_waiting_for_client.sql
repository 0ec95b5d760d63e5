-- What a client is to act on is a short list of its own, in the order in which the portal shows it. Without this, all tickets
-- that are open for anybody were laid over those of the client: the one page that grew with the whole desk.
create index tickets_waiting_for_client on tickets (organisation_id, number desc)
  where closed_at is null and state in ('waiting', 'sign_off');
