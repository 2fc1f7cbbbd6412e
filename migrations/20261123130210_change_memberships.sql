-- How a membership ends, sleeps and comes back. One that does not hold now has `until`, whatever the reason, so every rule that
-- asks for `until is null` is right as it stands. What somebody was stays in the row: nothing is lost.

alter table organisations
    -- Since when it takes part no more, and why; its texts stay under its name.
    add column left_at         timestamptz,
    add column left_because    text check (length(left_because) between 10 and 2000),
    -- When its coordinators were last asked whether its people are still with it.
    add column people_asked_at timestamptz,
    add constraint organisations_leave_for_a_reason check ((left_at is null) = (left_because is null));

-- By the member; by a coordinator or a liaison; with the organisation; nobody answered whether the member is still there.
create type membership_end as enum ('left', 'ended', 'departed', 'asleep');

alter table memberships
    add column ended_because membership_end,
    add column ended_by      uuid references members,
    add column end_reason    text check (length(end_reason) between 10 and 2000),
    -- When somebody last said that the member is still with the organisation.
    add column confirmed_at  timestamptz,
    -- When that was asked, and asked again; none while nothing is asked.
    add column asked_at      timestamptz,
    add column reminded_at   timestamptz;
update memberships set confirmed_at = since, ended_because = case when until is not null then 'ended'::membership_end end;
alter table memberships
    alter column confirmed_at set not null,
    add constraint memberships_end_has_cause check ((until is null) = (ended_because is null));
create index memberships_member_idx on memberships (member_id) where until is null;
create index memberships_confirmed_idx on memberships (confirmed_at) where until is null;

-- Members who belonged to nobody any more before this migration; a liaison stays, so that somebody can let others back in.
update members m set state = 'left'
    where state = 'active' and not 'liaison' = any (roles)
      and exists (select from memberships s where s.member_id = m.id)
      and not exists (select from memberships s where s.member_id = m.id and s.until is null);
delete from sessions where member_id in (select id from members where state = 'left');

-- What a row of a membership says, whoever writes it.
create function settle_membership() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.confirmed_at := coalesce(new.confirmed_at, new.since);
    if new.until is null then
        new.ended_because := null;
        new.ended_by := null;
        new.end_reason := null;
        if tg_op = 'INSERT' or old.until is not null then
            -- A departure at the same time is waited for.
            perform from organisations where id = new.organisation_id for share;
            if exists (select from organisations where id = new.organisation_id and left_at is not null) then
                raise exception 'an organisation that left takes nobody in'
                    using errcode = 'check_violation', constraint = 'memberships_in_partners';
            end if;
        end if;
    else
        new.ended_because := coalesce(new.ended_because, 'ended');
        new.asked_at := null;
        new.reminded_at := null;
    end if;
    return new;
end
$$;
create trigger memberships_settle before insert or update on memberships
    for each row execute function settle_membership();

-- The account follows its memberships: without one that holds it opens nothing, and its sessions end in the same change.
-- Who was suspended stays so, and who is deleted (a state of a later migration). Who left or was sent away keeps no role.
create function follow_membership() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    person members;
    follows member_state := 'active';
begin
    -- Of two memberships that end at once, the second sees the first.
    select * into person from members where id = new.member_id for no key update;
    if not exists (select from memberships where member_id = person.id and until is null) then
        select case ended_because when 'asleep' then 'asleep' else 'left' end into follows
            from memberships where member_id = person.id order by until desc, ended_because = 'asleep' limit 1;
    end if;
    if person.state::text in ('suspended', 'deleted') or person.state = follows then
        return null;
    end if;
    if person.state = 'active' and 'liaison' = any (person.roles) then
        perform pg_advisory_xact_lock(hashtextextended('the last liaison', 0));
        if not exists (select from members where 'liaison' = any (roles) and state = 'active' and id <> person.id) then
            raise exception 'the community keeps a liaison'
                using errcode = 'check_violation', constraint = 'members_keep_a_liaison';
        end if;
    end if;
    update members set state = follows,
        roles = case when follows = 'left' and new.ended_because in ('left', 'ended') then '{}' else roles end
    where id = person.id;
    delete from sessions where member_id = person.id;
    return null;
end
$$;
create trigger memberships_follow after insert or update of until on memberships
    for each row execute function follow_membership();

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
