-- What a withdrawal ends at once: whoever reads by the person's own choice, a power of attorney, reads nothing more of that
-- controller. Whoever acts by law stands in the person's place, and keeps what the person keeps.
create function represents_by_law(person uuid) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select exists (
        select from representation r
        where r.person_id = person_of(represents_by_law.person) and r.kind <> 'POWER_OF_ATTORNEY'
            and r.representative = any (caller_aliases())
            and r.from_date <= today() and (r.until_date is null or today() < r.until_date))
$$;

-- Whether a controller writes on the ground of a consent that the person has not, or not any more. Never asked is neither.
create function consent_is_over(person uuid, controller text) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select exists (
        select from legal_basis b join consent c on c.controller = b.controller and c.purpose = b.purpose
        where b.controller = consent_is_over.controller and b.purpose = 'letters' and b.basis = 'CONSENT'
            and c.state <> 'GRANTED' and c.alias in (
                select consent_is_over.person union select aliases_of_same_person(consent_is_over.person)))
$$;

create policy no_proxy_after_withdrawal on delivery as restrictive for select to mailbox_request
    using (alias is null or sender = (select caller_organization())
        or alias = any ((select caller_own_aliases())::uuid[])
        or not consent_is_over(alias, sender)
        or represents_by_law(alias));
