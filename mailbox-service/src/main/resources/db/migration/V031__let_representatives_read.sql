-- The second wall: whose letters a citizen may read today, by the facts as they stand here. Without a day nobody reads.
create function today() returns date language sql stable as
$$
    select nullif(current_setting('brevdue.today', true), '')::date
$$;

-- The citizen's own aliases, unless they are known to be too young to read alone, or dead.
create function caller_own_aliases() returns uuid[]
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select case
        when exists (
            select from recipient r
            where r.person_id = person_of(caller_alias())
                and (r.deceased or coalesce(today() < r.reads_own_from, true)))
        then array[]::uuid[]
        else caller_aliases()
    end
$$;

-- Those for whom the citizen may act: with all their letters, or also with those that are marked as visible to parents.
-- In doubt, about the one or the other, there is nobody.
create function caller_represented(marked boolean) returns setof uuid
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select represented.person_id
    from recipient reader
    join representation r on r.representative = any (caller_aliases())
    join recipient represented on represented.person_id = r.person_id
    where reader.person_id = person_of(caller_alias())
        and (r.extent = 'ALL' or marked)
        and r.from_date <= today() and (r.until_date is null or today() < r.until_date)
        and not (reader.in_doubt or reader.deceased or reader.address_protected)
        and not (represented.in_doubt or represented.deceased or represented.address_protected)
        and not exists (
            select from parked_key p
            where p.topic = 'identity.events.v1' and p.key in (reader.person_id::text, represented.person_id::text))
$$;

create function caller_represented_aliases(marked boolean) returns uuid[]
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select array(
        select l.alias from alias_link l where l.person_id in (select caller_represented(caller_represented_aliases.marked)))
$$;

-- What these functions need, since the policies bind the owner, too.
create policy deciding on recipient for select to mailbox_owner using (true);
create policy deciding on representation for select to mailbox_owner using (true);

drop policy recipient on delivery;
create policy recipient on delivery to mailbox_request
    using (published_at is not null
        and (alias = any ((select caller_own_aliases())::uuid[])
            or organization = (select caller_organization())
            or alias = any ((select caller_represented_aliases(false))::uuid[])
            or parent_visibility = 'VISIBLE' and alias = any ((select caller_represented_aliases(true))::uuid[])));
