-- A session is known by the hash of its token only, as invitations and links are: whoever reads the database or a backup
-- of it signs in nowhere. Those who are signed in stay so.
update auth_sessions set token = encode(sha256(convert_to(token, 'utf8')), 'hex');
alter table auth_sessions add constraint auth_sessions_hold_hashes check (length(token) = 64);
