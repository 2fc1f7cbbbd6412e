-- Proves who asks to be let in again: it stands in the page that somebody without access gets after proving who they are.
-- The word can only be used once it is there: see the next migration.
alter type mail_link_purpose add value 'wake-ask';
