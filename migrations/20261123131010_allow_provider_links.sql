-- A link that proves to an account's mailbox that somebody at the provider is the same person.
alter type mail_link_purpose add value 'provider-link';
