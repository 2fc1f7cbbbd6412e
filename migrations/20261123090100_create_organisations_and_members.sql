create type organisation_kind as enum (
    'asset-owner', 'integration-service-provider', 'maintenance-service-provider', 'product-supplier',
    'government', 'research', 'advisor'
);

create table organisations (
    id         uuid primary key,
    slug       text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text not null check (length(name) between 1 and 120),
    -- Empty until the liaison has settled it for an organisation that came in with a join request.
    kind       organisation_kind,
    sectors    text[] not null default '{}',
    initiator  boolean not null default false,
    fictional  boolean not null default false,
    about_en   text not null default '',
    about_nl   text not null default '',
    website    text,
    created_at timestamptz not null
);
create unique index organisations_name_key on organisations (lower(name));
grant select, insert, update on organisations to polder_app;

create type member_state as enum ('active', 'suspended');
create type community_role as enum ('liaison', 'reviewer', 'operator');
create type organisation_role as enum ('publisher', 'coordinator');

create table members (
    id             uuid primary key,
    slug           text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    email          text not null check (length(email) <= 254),
    name           text not null check (length(name) between 1 and 120),
    function       text not null check (length(function) <= 120),
    about_markdown text not null default '',
    about_html     text not null default '',
    expertise      text not null default '',
    sectors        text[] not null default '{}',
    language       locale not null,
    roles          community_role[] not null default '{}',
    state          member_state not null default 'active',
    password_hash  text,
    profile_at     timestamptz, -- when the member last completed the own profile
    created_at     timestamptz not null
);
create index members_name_idx on members (name collate "nl-x-icu", id) where state = 'active';
create unique index members_email_key on members (lower(email));
grant select, insert, update on members to polder_app;

create table memberships (
    member_id       uuid not null references members,
    organisation_id uuid not null references organisations,
    roles           organisation_role[] not null default '{}',
    since           timestamptz not null,
    until           timestamptz,
    primary key (member_id, organisation_id)
);
create index memberships_organisation_idx on memberships (organisation_id) where until is null;
grant select, insert, update on memberships to polder_app;
