-- Folding letters costs more than it said: the planner read all sites and clients and folded each name at every search,
-- where the indexes of their folded names were there.
alter function search_plain(text) cost 500;
alter function search_letters(text) cost 510;
alter function search_site(text, text[]) cost 520;
alter function search_stems(text) cost 5000;
alter function search_words(text) cost 5500;
