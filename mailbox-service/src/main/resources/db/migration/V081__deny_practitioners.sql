-- The health worker who reads for an organisation, by number; null for everybody else. The register writes no leading zeros.
create function caller_practitioner() returns text language sql stable as
$$
    select nullif(ltrim(current_setting('brevdue.practitioner', true), '0'), '')
$$;

-- Whether whoever a message is about denies a practitioner access to it. Runs as the owner: the practitioner must not find out
-- by looking.
create function denied_to_practitioner(message uuid, practitioner text) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select exists (
        select from restriction r
        where r.kind = 'PRACTITIONER' and r.target = denied_to_practitioner.practitioner and r.alias in (
            select m.subject from message m where m.id = denied_to_practitioner.message
            union
            select aliases_of_same_person(m.subject) from message m where m.id = denied_to_practitioner.message))
$$;

-- To whoever is denied, the letter is not there, also where their own clinic has sent it.
create policy not_denied on delivery as restrictive for select to mailbox_request
    using ((select caller_practitioner()) is null
        or not denied_to_practitioner(message_id, (select caller_practitioner())));
create policy not_denied on message as restrictive for select to mailbox_request
    using ((select caller_practitioner()) is null or not denied_to_practitioner(id, (select caller_practitioner())));
