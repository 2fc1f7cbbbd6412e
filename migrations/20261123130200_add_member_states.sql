-- Two more ways to have no access, whose words can only be used once they are there: see the next migration.
alter type member_state add value 'asleep';
alter type member_state add value 'left';
