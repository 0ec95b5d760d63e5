-- What is searched: for every ticket its subject and its report, every message and every note as the set of
-- its words, stemmed as Dutch and as English. Triggers keep it, so that no way of writing can forget it.

do $$
begin
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise exception 'Nazorg searches with the PostgreSQL extensions unaccent and pg_trgm, which this database does not let it add (%): have its administrator run "create extension unaccent; create extension pg_trgm;" in it, and start again.', sqlerrm;
end
$$;

-- Each language's own function words stand nowhere.
create text search dictionary search_dutch (template = pg_catalog.snowball, language = dutch, stopwords = dutch);
create text search dictionary search_english (template = pg_catalog.snowball, language = english, stopwords = english);
create text search configuration search_dutch (parser = pg_catalog."default");
alter text search configuration search_dutch add mapping for asciiword, word, numword with search_dutch;
alter text search configuration search_dutch add mapping for int, uint, float, sfloat with pg_catalog.simple;
create text search configuration search_english (parser = pg_catalog."default");
alter text search configuration search_english add mapping for asciiword, word, numword with search_english;
alter text search configuration search_english add mapping for int, uint, float, sfloat with pg_catalog.simple;

-- Without accents, and with a space for each sign that would glue words together: «e-mail» and «bakkerij.nl» are
-- two words each. One `replace` after the other takes a thirtieth of the time of one `translate`.
create function search_plain(content text) returns text immutable strict parallel safe cost 50
return replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
  unaccent(content), '.', ' '), '/', ' '), '-', ' '), '_', ' '), '@', ' '), '<', ' '), '&', ' '), '+', ' '), '~', ' '),
  ':', ' '), '\', ' '), '%', ' ');

-- The same in small letters: for names and subjects, which are also found by a part of a word, and in spite of a
-- slip of the keyboard.
create function search_letters(content text) returns text immutable strict parallel safe cost 60
return lower(search_plain(content));

-- The stems of a plain text's words in both languages, as a set. The function words of the other language go, but
-- not those that mean something here («down», «off»).
create function search_stems(plain text) returns tsvector immutable strict parallel safe cost 500
return
  ts_delete(strip(to_tsvector('search_dutch', plain)), string_to_array(replace('a all am an and any are as at be becaus being ben both but by can could did do does doing each few for
  from had has hav having he her him his how i if in is it its just me mor most my no nor not now of on
  only or other our own s sam she should so som such t than that the their them then ther thes they this
  thos to too very was we wer what when wher which who why will with would you your', E'\n ', ''), ' ')) ||
  ts_delete(strip(to_tsvector('search_english', plain)), string_to_array(replace('aan al all ben bent bij daar dan dat de der deze die dit doen door dus een en er geen geweest haar had
  hadden heb hebben heeft hem het hier hij hoe hun iemand iet ik in is ja je jij julli kan kon kunnen maar
  me meer men met mij mijn moet na naar niet nog nu of om on onder onz ook op te tegen toch toen tot u uit
  uw van veel voor waar want was wat we wel werd wezen wie wij wil worden wordt zal ze zelf zich zij zijn
  zo zonder zou', E'\n ', ''), ' '));

create function search_words(content text) returns tsvector immutable strict parallel safe cost 550
return search_stems(search_plain(content));

-- What a site is found by.
create function search_site(name text, addresses text[]) returns text immutable strict parallel safe cost 80
return search_letters(name || ' ' || array_to_string(addresses, ' '));

create type search_part as enum ('subject', 'report', 'message', 'note');

-- What clients read. Newer rows have higher numbers. Every row is marked with its organisation, that of the
-- subject also with its site and its reporter: a mark begins with a slash, which no word does.
create table search_texts (
  id bigint generated always as identity primary key,
  ticket_id uuid not null references tickets on delete cascade,
  message_id uuid references messages on delete cascade,
  part search_part not null,
  -- of the subject only
  letters text,
  words tsvector not null
);

-- What colleagues write among themselves; nothing that a client reads joins this table.
create table search_notes (
  id bigint generated always as identity primary key,
  ticket_id uuid not null references tickets on delete cascade,
  note_id uuid not null references notes on delete cascade,
  words tsvector not null
);

-- A text of more different words than a set can hold is found by its beginning.
create function search_document(content text, marks text[]) returns tsvector immutable language plpgsql as $$
begin
  return search_words(content) || array_to_tsvector(marks);
exception when program_limit_exceeded then
  return search_words(left(content, 10000)) || array_to_tsvector(marks);
end
$$;

create function search_ticket() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from search_texts where ticket_id = new.id and part in ('subject', 'report');
  end if;
  insert into search_texts (ticket_id, part, letters, words) values
    (new.id, 'subject', search_letters(new.subject), search_document(new.subject,
      array['/o/' || new.organisation_id, '/c/' || new.organisation_id, '/s/' || new.site_id, '/r/' || new.reporter_id])),
    (new.id, 'report', null, search_document(concat_ws(' ', new.did, new.happened, new.expected),
      array['/o/' || new.organisation_id]));
  return null;
end
$$;
create trigger search_ticket
  after insert or update of subject, did, happened, expected, organisation_id, site_id, reporter_id on tickets
  for each row execute function search_ticket();

create function search_message() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from search_texts where ticket_id = old.ticket_id and message_id = old.id;
  end if;
  insert into search_texts (ticket_id, message_id, part, words)
    select new.ticket_id, new.id, 'message', search_document(new.body, array['/o/' || organisation_id])
    from tickets where id = new.ticket_id;
  return null;
end
$$;
create trigger search_message after insert or update of body, ticket_id on messages
  for each row execute function search_message();

create function search_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from search_notes where ticket_id = old.ticket_id and note_id = old.id;
  end if;
  insert into search_notes (ticket_id, note_id, words)
    select new.ticket_id, new.id, search_document(new.body, array['/o/' || organisation_id])
    from tickets where id = new.ticket_id;
  return null;
end
$$;
create trigger search_note after insert or update of body, ticket_id on notes
  for each row execute function search_note();

-- What there is already, in the order in which it was written.
insert into search_texts (ticket_id, message_id, part, letters, words)
select ticket_id, message_id, part, letters, search_document(content, marks) from (
  select id as ticket_id, null::uuid as message_id, 'subject'::search_part as part, search_letters(subject) as letters, subject as content, reported_at as at,
    array['/o/' || organisation_id, '/c/' || organisation_id, '/s/' || site_id, '/r/' || reporter_id] as marks
  from tickets
  union all
  select id, null, 'report', null, concat_ws(' ', did, happened, expected), reported_at, array['/o/' || organisation_id] from tickets
  union all
  select ticket_id, message.id, 'message', null, body, at, array['/o/' || organisation_id]
  from messages as message join tickets on tickets.id = ticket_id
) as written
order by at;

insert into search_notes (ticket_id, note_id, words)
select ticket_id, note.id, search_document(body, array['/o/' || organisation_id])
from notes as note join tickets on tickets.id = ticket_id
order by at;

-- New words wait in a short list until they are sorted in together: a long one would be read with every search.
create index search_texts_by_words on search_texts using gin (words) with (gin_pending_list_limit = 256);
create index search_texts_by_letters on search_texts using gin (letters gin_trgm_ops)
  with (gin_pending_list_limit = 256) where letters is not null;
create index search_texts_by_ticket on search_texts (ticket_id);
create index search_texts_by_message on search_texts (message_id) where message_id is not null;
create index search_notes_by_words on search_notes using gin (words) with (gin_pending_list_limit = 256);
create index search_notes_by_ticket on search_notes (ticket_id);
create index search_notes_by_note on search_notes (note_id);

create index organisations_by_letters on organisations using gin (search_letters(name) gin_trgm_ops);
create index sites_by_letters on sites using gin (search_site(name, addresses) gin_trgm_ops);
create index people_by_letters on people using gin (search_letters(name || ' ' || email::text) gin_trgm_ops);

-- A set of filters of the queue under a name: for whoever made it, or for the whole team.
create table saved_views (
  id uuid primary key,
  name text not null,
  -- the filters as they stand in the address of the queue
  query text not null,
  maker_id uuid not null references people,
  team boolean not null,
  created_at timestamptz not null
);
create index saved_views_by_maker on saved_views (maker_id);
