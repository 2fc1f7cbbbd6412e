insert into retention_runs (kind, ran_at, removed, kept, error) values
    ('reads', '2026-01-01', 3, 0, null), ('audit', '2026-01-01', 0, 5, null), ('answers', '2026-01-01', 0, 0, 'away');
