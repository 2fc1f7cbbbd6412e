insert into rule_agreements (member_id, version, agreed_at) values
    ('00000000-0000-7000-8000-000000000011', 2, '2026-01-03');
