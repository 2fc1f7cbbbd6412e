-- A passkey is a second factor as an authenticator app is: whoever has it proved to the device to be there.
create or replace function has_second_factor(member uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (select from authenticators a where a.member_id = member and a.confirmed_at is not null)
        or exists (select from passkeys p where p.member_id = member);
end
$$;

-- What a member can show, so that a page asks for nothing that is not there. Past the policies, as `session_viewer` is.
create function factors_of(member uuid) returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
    select jsonb_build_object(
        'has_app', exists (select from authenticators a where a.member_id = member and a.confirmed_at is not null),
        'has_passkey', exists (select from passkeys p where p.member_id = member))
$$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
