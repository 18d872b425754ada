-- As it was (V060), and of those whose death is reported nothing is read or decided under their own login either.
create or replace function caller_subjects() returns uuid[]
    language sql stable security definer set search_path = consent, pg_temp as
$$
    select case
            when exists (select from person p where p.person_id = person_of(caller_alias()) and p.deceased)
            then array[]::uuid[]
            else caller_aliases()
        end || array(
        select link.alias
        from person actor
        join representation r on r.representative = any (caller_aliases())
        join person represented on represented.person_id = r.person_id
        cross join lateral (
            select (represented.birth_date + interval '13 years')::date as thirteen,
                (represented.birth_date + interval '16 years')::date as sixteen) birthday
        join alias_link link on link.person_id = represented.person_id
        where actor.person_id = person_of(caller_alias())
            and r.from_date <= today() and (r.until_date is null or today() < r.until_date)
            and case r.kind
                when 'PARENT' then today() < thirteen
                when 'POWER_OF_ATTORNEY' then false
                else r.scope = 'ACT' and (today() < thirteen or today() >= sixteen)
            end
            and not (actor.in_doubt or actor.deceased or actor.address_protected)
            and not (represented.in_doubt or represented.deceased or represented.address_protected)
            and not exists (
                select from parked_key p
                where p.topic = 'identity.events.v1' and p.key in (actor.person_id::text, represented.person_id::text)))
$$;
