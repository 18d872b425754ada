-- Who may decide for whom, as identity-service has planned it; what follows from age needs no further fact. Days begin at
-- midnight Europe/Oslo. Until it is told, nobody decides for another.
alter table person add column in_doubt boolean not null default false;
alter table person alter column in_doubt drop default;
alter table person add column address_protected boolean not null default true;
alter table person alter column address_protected drop default;
alter table person add column reads_own_from date not null default 'infinity';
alter table person alter column reads_own_from drop default;

create table representation (
    person_id      uuid    not null references person,
    position       integer not null,
    -- Alias of whoever acts; resolved when it is read, like every other.
    representative uuid    not null,
    kind           text    not null check (kind in ('PARENT', 'POWER_OF_ATTORNEY', 'GUARDIAN', 'NEXT_OF_KIN')),
    extent         text    not null check (extent in ('ALL', 'MARKED_VISIBLE')),
    scope          text    not null check (scope in ('READ', 'ACT')),
    from_date      date    not null,
    until_date     date,
    primary key (person_id, position)
);
create index representation_of_representative on representation (representative);
alter table representation enable row level security;
alter table representation force row level security;
create policy worker on representation to consent_worker using (true);

create function today() returns date language sql stable as
$$
    select nullif(current_setting('brevdue.today', true), '')::date
$$;

-- Whose decisions the citizen may make today: their own, and those of people for whom they decide: a parent for a child under
-- 13; whoever acts by law for somebody who does not decide alone otherwise. From 13 to 15 nobody does, and never by a power of
-- attorney. In doubt, about the one or the other, there is nobody.
create function caller_subjects() returns uuid[]
    language sql stable security definer set search_path = consent, pg_temp as
$$
    select caller_aliases() || array(
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

-- What this function needs, since the policies bind the owner, too.
create policy deciding on person for select to consent_owner using (true);
create policy deciding on representation for select to consent_owner using (true);

alter policy own on decision_head
    using (alias = any ((select caller_subjects())::uuid[])) with check (alias = any ((select caller_subjects())::uuid[]));
alter policy own on decision_effect using (alias = any ((select caller_subjects())::uuid[]));
alter policy own on consent
    using (alias = any ((select caller_subjects())::uuid[])) with check (alias = any ((select caller_subjects())::uuid[]));
alter policy own on consent_event using (alias = any ((select caller_subjects())::uuid[]));
alter policy adding on consent_event with check (alias = any ((select caller_subjects())::uuid[]));
alter policy own on consent_request using (alias = any ((select caller_subjects())::uuid[]));
alter policy answered on consent_request using (alias = any ((select caller_subjects())::uuid[]));
alter policy own on restriction
    using (alias = any ((select caller_subjects())::uuid[])) with check (alias = any ((select caller_subjects())::uuid[]));
alter policy own on research_contact
    using (alias = any ((select caller_subjects())::uuid[])) with check (alias = any ((select caller_subjects())::uuid[]));
alter policy own_under_every_alias on acceptance using (alias = any ((select caller_subjects())::uuid[]));
alter policy own on acceptance with check (alias = any ((select caller_subjects())::uuid[]));

-- Who acted, where that is not the person.
alter table acceptance add column accepted_by uuid;
alter table acceptance add constraint acted_for check ((represented is null) = (accepted_by is null));
alter table research_contact add column decided_by uuid;
