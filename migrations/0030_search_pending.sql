-- Twice as many new words wait until they are sorted in together: the write that sorts them in comes half as often, and a
-- search does not notice the longer list (docs/decisions/017-a-lighter-search.md).
alter index search_texts_by_words set (gin_pending_list_limit = 512);
alter index search_texts_by_letters set (gin_pending_list_limit = 512);
alter index search_notes_by_words set (gin_pending_list_limit = 512);
