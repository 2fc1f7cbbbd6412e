insert into audit_log (at, action, subject_kind, subject_id) values
    ('2011-01-02', 'installation.cap-changed', 'installation', '00000000-0000-0000-0000-000000000000');
