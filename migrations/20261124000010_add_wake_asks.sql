-- When somebody whose membership holds no more last asked to be let in again. It counts while it is later than `until`: a
-- membership that ended once more was decided on anew.
alter table memberships add column wake_asked_at timestamptz;

-- A passkey of somebody who has no access any more, to verify an answer with it. Past the policy, which shows passkeys to
-- members with access only; for a password the row of the member has none. It opens nothing: who proved it gets no session.
create function passkey_of_gone(person uuid, wanted bytea) returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select p.credential from passkeys p join members m on m.id = p.member_id
    where p.member_id = person and p.credential_id = wanted and m.state in ('asleep', 'left')
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
