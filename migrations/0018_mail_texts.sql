-- Sentences of mails that the agency wrote itself. What does not stand here is said as the program says it, so
-- that a sentence nobody changed follows the program's updates.
create table mail_texts (
  -- the feature and the path in its catalogue: tickets.mail.question.asked
  key text not null,
  language language not null,
  text text not null check (text <> ''),
  primary key (key, language)
);
