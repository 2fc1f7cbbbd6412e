-- What a member can take along, and how an account goes.

-- Requests that were emptied: the outcome stays, the person does not.
alter table join_requests add column emptied_at timestamptz;

-- Takes the person out of a request. Not past the policies by itself: only the functions below have the rights.
create function empty_join_request(request uuid, present timestamptz) returns void
    language plpgsql set search_path = public, pg_temp as $$
begin
    delete from join_messages where request_id = request;
    delete from join_notes where request_id = request;
    delete from vouch_asks where request_id = request;
    delete from vouches where request_id = request;
    delete from mail_links where subject_id = request;
    update join_requests set email = '', name = '-', function = '-', motivation = '-', decision_note = '', emptied_at = present
    where id = request;
end
$$;

-- The same for an invitation that has ended.
create function empty_invitation(invitation uuid, present timestamptz) returns void
    language plpgsql set search_path = public, pg_temp as $$
begin
    delete from mail_links where subject_id = invitation;
    update invitations set email = id || '@deleted.invalid', note = '', emptied_at = present where id = invitation;
end
$$;

-- The requests with which the viewer asked to join, and what was written to and fro. Past the policy, which is the
-- liaison's; notes among liaisons are not in it.
create function own_join_requests() returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(jsonb_agg(to_jsonb(r) - '{decided_by,replaced_by,member_id,reminded_at,emptied_at}'::text[]
        || jsonb_build_object('messages', coalesce((
            select jsonb_agg(jsonb_build_object('at', m.at, 'kind', m.kind, 'body', m.body) order by m.at, m.id)
            from join_messages m where m.request_id = r.id), '[]')) order by r.created_at, r.id), '[]')
    from join_requests r join members me on me.id = viewer_id()
    where r.member_id = me.id or (r.proven_at is not null and lower(r.email) = lower(me.email))
$$;

-- Everything that the viewer made, whether or not it can be read in this transaction: to say what is left out, and why.
create function own_items() returns table (id uuid, kind item_kind, stage item_stage, label label)
    language sql stable security definer set search_path = public, pg_temp as $$
    select i.id, i.kind, i.stage, i.label from items i where i.owner_id = viewer_id() and i.kind <> 'article'
$$;

-- Whether this transaction opens TLP:AMBER: the reader holds keys of that class.
create function opens_amber() returns boolean
    language sql stable set search_path = public, pg_temp as $$
    select strpos(coalesce(current_setting('polder.keys', true), ''), 'amber:') > 0
$$;

-- What the viewer did and wrote in reviews, also where a review is over and its text is closed to them again: one's own words.
-- Those under TLP:RED are opened one by one and those under TLP:AMBER where the session opens that, as everything is.
create function own_remarks() returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(jsonb_agg(to_jsonb(e) - '{actor_id}'::text[] order by e.at, e.id), '[]')
    from revision_events e join items i on i.id = e.id
    where e.actor_id = viewer_id() and i.label <> 'RED'
      and (i.label in ('CLEAR', 'GREEN') or opens_amber())
$$;

-- Takes the viewer out of everything but what the page about it names: the row of the member stays under another name.
-- Null if there is nobody to delete; else the jobs that go with the account and were not done, each as its payload (job) and
-- the address of before that it was for, if it was (former): what they would have told must not be lost.
create function delete_own_account(shown_as text, present timestamptz) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    person members;
    untold jsonb;
begin
    select * into person from members where id = viewer_id() for no key update;
    if not found then
        return null;
    end if;
    if 'liaison' = any (person.roles) then
        perform pg_advisory_xact_lock(hashtextextended('the last liaison', 0));
        if not exists (select from members where 'liaison' = any (roles) and state = 'active' and id <> person.id) then
            raise exception 'the community keeps a liaison'
                using errcode = 'check_violation', constraint = 'members_keep_a_liaison';
        end if;
    end if;
    update memberships set until = present, ended_because = 'left', ended_by = person.id
        where member_id = person.id and until is null;
    update memberships set roles = '{}', end_reason = null where member_id = person.id;
    update working_group_members set until = present where member_id = person.id and until is null;
    delete from sessions where member_id = person.id;
    delete from passkeys where member_id = person.id;
    delete from passkey_ceremonies where member_id = person.id;
    delete from provider_identities where member_id = person.id;
    delete from provider_proposals where member_id = person.id;
    delete from authenticators where member_id = person.id;
    delete from recovery_codes where member_id = person.id;
    delete from known_devices where member_id = person.id;
    delete from rule_agreements where member_id = person.id;
    delete from join_digests where member_id = person.id;
    delete from attendances where member_id = person.id;
    delete from mail_links where subject_id = person.id
        or subject_id in (select id from address_changes where member_id = person.id)
        or subject_id in (select id from factor_recoveries where member_id = person.id);
    -- Mails that waited for this person, and what failed on the way to the address. After the sessions: a change of what
    -- guards the account holds these, so its mail is here.
    with gone as (
        delete from jobs j where strpos(j.payload::text, person.id::text) > 0
            or exists (select from jsonb_each_text(j.payload) part where lower(part.value) = lower(person.email))
            or exists (select from address_changes c where c.member_id = person.id and c.id::text = j.payload ->> 'change')
        returning j.payload, j.state, j.created_at, j.id
    )
    select coalesce(jsonb_agg(jsonb_build_object('job', g.payload, 'former', c.old_email) order by g.created_at, g.id), '[]')
        into untold
        from gone g left join address_changes c on c.member_id = person.id and c.id::text = g.payload ->> 'change'
            and g.payload ->> 'mailbox' = 'old'
        where g.state <> 'done';
    delete from address_changes where member_id = person.id;
    delete from factor_recoveries where member_id = person.id;
    update jobs set last_error = 'removed' where strpos(lower(last_error), lower(person.email)) > 0;
    -- One that is still open ends with the account.
    update join_requests set state = 'withdrawn', since = present
        where lower(email) = lower(person.email) and state in ('waiting', 'asked');
    perform empty_join_request(r.id, present) from join_requests r
        where r.member_id = person.id or lower(r.email) = lower(person.email);
    -- An invitation of the same person, whoever sent it; and what the person said about others.
    update invitations set state = 'expired', since = present where lower(email) = lower(person.email) and state = 'open';
    perform empty_invitation(i.id, present) from invitations i
        where i.member_id = person.id or lower(i.email) = lower(person.email);
    delete from vouch_asks where lower(email) = lower(person.email);
    delete from vouches where member_id = person.id;
    update members set state = 'deleted', slug = 'former-' || replace(person.id::text, '-', ''),
        email = person.id || '@deleted.invalid', name = shown_as, function = '', about_markdown = '', about_html = '',
        expertise = '', sectors = '{}', roles = '{}', password_hash = null, profile_at = null
    where id = person.id;
    return untold;
end
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
