create type job_state as enum ('waiting', 'done', 'failed');
create table jobs (
    id         uuid primary key,
    kind       text not null,
    payload    jsonb not null,
    state      job_state not null default 'waiting',
    attempts   smallint not null default 0,
    run_at     timestamptz not null,
    last_error text,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create index jobs_due_idx on jobs (run_at, id) where state = 'waiting';
grant select, insert, update, delete on jobs to polder_app;

-- Who did what to what, and why. The serving role can add to it and read it, never change it.
create table audit_log (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor_id     uuid references members,
    action       text not null,
    subject_kind text not null,
    subject_id   uuid not null,
    detail       jsonb not null default '{}'
);
grant select, insert on audit_log to polder_app;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log only grows';
end
$$;
create trigger audit_log_only_grows before update or delete or truncate on audit_log
    for each statement execute function refuse_change();
