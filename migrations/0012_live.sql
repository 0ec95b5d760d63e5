-- After a commit every node hears what changed, so that it can have open pages fetch themselves again. A signal
-- says no more than the subject's key and whether only colleagues may know of it.
create function tell_events() returns trigger language plpgsql as $$
begin
  if (select count(distinct subject_id) > 200 from added where subject_type = 'ticket') then
    perform pg_notify('nazorg_live', '{"kind":"everything"}');
  else
    perform pg_notify('nazorg_live',
      json_build_object('kind', 'ticket', 'id', subject_id, 'internal', bool_and(internal))::text)
    from added where subject_type = 'ticket' group by subject_id;
  end if;
  -- what somebody may see can have changed with what was recorded of them
  perform pg_notify('nazorg_live', json_build_object('kind', 'person', 'id', subject_id)::text)
  from (select distinct subject_id from added where subject_type = 'person' limit 200) as people;
  return null;
end $$;
create trigger events_tell after insert on events
  referencing new table as added for each statement execute function tell_events();

-- Whoever signs out, or is signed out, hears no more.
create function tell_sessions() returns trigger language plpgsql as $$
begin
  perform pg_notify('nazorg_live', json_build_object('kind', 'person', 'id', user_id)::text)
  from (select distinct user_id from removed limit 200) as people;
  return null;
end $$;
create trigger auth_sessions_tell after delete on auth_sessions
  referencing old table as removed for each statement execute function tell_sessions();

-- Which colleague has which ticket open, a row an open page. Worth nothing after a crash, hence unlogged.
create unlogged table presence (
  stream_id uuid primary key,
  ticket_id uuid not null references tickets (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  -- the form in which they are writing, and until when that is believed
  writing text,
  writing_until timestamptz,
  until timestamptz not null
);
create index presence_by_ticket on presence (ticket_id);
