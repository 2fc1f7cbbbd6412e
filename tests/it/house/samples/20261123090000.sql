-- A term of the community's own, beside those that the migration brings.
insert into sectors (position, code, name_en, name_nl, nis2) values (900, 'sample', 'Sample', 'Voorbeeld', null);
