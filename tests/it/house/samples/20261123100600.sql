insert into files (id, name, media_type, bytes, sha256, created_at) values
    ('00000000-0000-7000-8000-000000000071', 'sample.txt', 'text/plain', 7, sha256('Sample.'), '2026-03-01');
