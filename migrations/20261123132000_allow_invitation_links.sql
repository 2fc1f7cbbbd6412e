-- A link to accept an invitation. A value of its own migration: it cannot be used in the one that adds it.
alter type mail_link_purpose add value 'join-invitation';
