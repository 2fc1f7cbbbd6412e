-- The serving role owns nothing: it reads and writes what the policies and grants of later files let it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'polder_app') then
        create role polder_app nologin;
    end if;
exception
    when duplicate_object or unique_violation then null; -- another installation in this cluster was quicker
end
$$;
do $$
begin
    -- A superuser may take any role; an ordinary owner must be able to act as the one it serves as. Since version 16
    -- that is a right of its own, which creating the role does not give.
    if not pg_has_role(current_user, 'polder_app',
        case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) then
        execute format('grant polder_app to %I', current_user);
    end if;
end
$$;
grant usage on schema public to polder_app;
revoke create on schema public from public; -- what PostgreSQL 15 and later do by themselves

-- TLP 2.0 in its order; rank alone never decides who reads (see the access file).
create type label as enum ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED');
create type locale as enum ('en', 'nl');

-- A sector is a term of the community's own vocabulary; its NIS2 reference may be empty.
create table sectors (
    code     text primary key check (code ~ '^[a-z][a-z-]*$'),
    name_en  text not null,
    name_nl  text not null,
    nis2     text,
    position smallint not null unique
);
grant select on sectors to polder_app;

insert into sectors (position, code, name_en, name_nl, nis2) values
    (1, 'energy-electricity', 'Energy: electricity', 'Energie: elektriciteit', 'Annex I, 1(a)'),
    (2, 'energy-heating', 'Energy: district heating and cooling', 'Energie: stadsverwarming en -koeling', 'Annex I, 1(b)'),
    (3, 'energy-oil', 'Energy: oil', 'Energie: aardolie', 'Annex I, 1(c)'),
    (4, 'energy-gas', 'Energy: gas', 'Energie: gas', 'Annex I, 1(d)'),
    (5, 'energy-hydrogen', 'Energy: hydrogen', 'Energie: waterstof', 'Annex I, 1(e)'),
    (6, 'transport-air', 'Transport: air', 'Vervoer: lucht', 'Annex I, 2(a)'),
    (7, 'transport-rail', 'Transport: rail', 'Vervoer: spoor', 'Annex I, 2(b)'),
    (8, 'transport-water', 'Transport: water', 'Vervoer: water', 'Annex I, 2(c)'),
    (9, 'transport-road', 'Transport: road', 'Vervoer: weg', 'Annex I, 2(d)'),
    (10, 'banking', 'Banking', 'Bankwezen', 'Annex I, 3'),
    (11, 'financial-market', 'Financial market infrastructures', 'Infrastructuur voor de financiële markt', 'Annex I, 4'),
    (12, 'health', 'Health', 'Gezondheidszorg', 'Annex I, 5'),
    (13, 'drinking-water', 'Drinking water', 'Drinkwater', 'Annex I, 6'),
    (14, 'waste-water', 'Waste water', 'Afvalwater', 'Annex I, 7'),
    (15, 'digital-infrastructure', 'Digital infrastructure', 'Digitale infrastructuur', 'Annex I, 8'),
    (16, 'ict-services', 'ICT service management', 'Beheer van ICT-diensten', 'Annex I, 9'),
    (17, 'public-administration', 'Public administration', 'Overheid', 'Annex I, 10'),
    (18, 'space', 'Space', 'Ruimtevaart', 'Annex I, 11'),
    (19, 'postal', 'Postal and courier services', 'Post- en koeriersdiensten', 'Annex II, 1'),
    (20, 'waste', 'Waste management', 'Afvalbeheer', 'Annex II, 2'),
    (21, 'chemicals', 'Chemicals', 'Chemische stoffen', 'Annex II, 3'),
    (22, 'food', 'Food', 'Levensmiddelen', 'Annex II, 4'),
    (23, 'manufacturing', 'Manufacturing', 'Maakindustrie', 'Annex II, 5'),
    (24, 'digital-providers', 'Digital providers', 'Digitale aanbieders', 'Annex II, 6'),
    (25, 'research', 'Research', 'Onderzoek', 'Annex II, 7'),
    (26, 'prisons', 'Prisons', 'Penitentiaire inrichtingen', null),
    (27, 'buildings', 'Buildings and installations', 'Gebouwen en installaties', null),
    (28, 'logistics', 'Logistic centres', 'Logistieke centra', null);
