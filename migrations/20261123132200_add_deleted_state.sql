-- A member who deleted the account: the row stays without the person, so that what others wrote about a text still leads
-- somewhere. The word can only be used once it is there: see the next migration.
alter type member_state add value 'deleted';
