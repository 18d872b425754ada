-- A letter rests on the ground it was published on. What its sender declares later gives nobody back what a withdrawal has
-- ended, and takes nothing back that has arrived by law.
alter table delivery add column on_consent boolean not null default false;

create or replace function consent_is_over(person uuid, controller text) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select exists (
        select from consent c
        where c.controller = consent_is_over.controller and c.purpose = 'letters' and c.state <> 'GRANTED' and c.alias in (
            select consent_is_over.person union select aliases_of_same_person(consent_is_over.person)))
$$;

alter policy no_proxy_after_withdrawal on delivery
    using (alias is null or sender = (select caller_organization())
        or alias = any ((select caller_own_aliases())::uuid[])
        or not (on_consent and consent_is_over(alias, sender))
        or represents_by_law(alias));
