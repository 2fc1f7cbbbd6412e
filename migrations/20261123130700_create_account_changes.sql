-- Changes of what guards an account that take more than one step.

alter type mail_link_purpose add value 'address-old';
alter type mail_link_purpose add value 'address-new';
alter type mail_link_purpose add value 'recovery-stop';

-- Another mail address, confirmed in the mailbox of before and in the new one.
create table address_changes (
    id           uuid primary key,
    member_id    uuid not null references members,
    old_email    text not null check (length(old_email) <= 254),
    new_email    text not null check (length(new_email) <= 254),
    asked_at     timestamptz not null,
    old_at       timestamptz, -- confirmed in the mailbox of before
    new_at       timestamptz, -- confirmed in the new one
    done_at      timestamptz,
    stopped_at   timestamptz,
    check (done_at is null or (old_at is not null and new_at is not null)),
    check (done_at is null or stopped_at is null)
);
create unique index address_changes_open on address_changes (member_id) where done_at is null and stopped_at is null;
grant select, insert, update on address_changes to polder_app;

-- A lost second factor: a liaison starts it, the member is told and can stop it, and after a while it is removed.
create table factor_recoveries (
    id         uuid primary key,
    member_id  uuid not null references members,
    started_by uuid not null references members,
    reason     text not null check (length(reason) between 10 and 2000),
    started_at timestamptz not null,
    due_at     timestamptz not null check (due_at > started_at),
    done_at    timestamptz,
    stopped_at timestamptz,
    stopped_by uuid references members,
    check (started_by <> member_id),
    check ((stopped_at is null) = (stopped_by is null)),
    check (done_at is null or stopped_at is null)
);
create unique index factor_recoveries_open on factor_recoveries (member_id) where done_at is null and stopped_at is null;
create index factor_recoveries_due on factor_recoveries (due_at) where done_at is null and stopped_at is null;
grant select, insert, update on factor_recoveries to polder_app;
