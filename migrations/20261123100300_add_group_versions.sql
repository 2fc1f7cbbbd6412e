-- Of two who change a working group at once, the second is told.
alter table working_groups add version integer not null default 1;
