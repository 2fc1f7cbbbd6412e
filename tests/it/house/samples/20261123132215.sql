-- An anchor that moves belongs to entries that are over: as many as a site may have, by the time of this test.
insert into audit_log (at, action, subject_kind, subject_id) values
    ('2011-01-02', 'installation.cap-changed', 'installation', '00000000-0000-0000-0000-000000000000');
