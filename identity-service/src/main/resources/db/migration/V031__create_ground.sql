-- What somebody has said that bears on who may act for whom. People are named by alias: of somebody unknown it can be said as
-- well, and whoever becomes one person later is found under all their aliases. Nothing is deleted; what is over has an end.
create table ground (
    id           uuid        primary key,
    kind         text        not null check (kind in
                     ('POWER_OF_ATTORNEY', 'LOGIN_CONSENT', 'OBJECTION', 'BLOCK', 'INCAPACITY', 'NEXT_OF_KIN')),
    person       uuid        not null,
    representative uuid      check ((representative is not null) = (kind in
                     ('POWER_OF_ATTORNEY', 'LOGIN_CONSENT', 'NEXT_OF_KIN'))),
    organization text        check ((organization is not null) = (kind in
                     ('OBJECTION', 'BLOCK', 'INCAPACITY', 'NEXT_OF_KIN'))),
    scope        text        check ((scope is not null) = (kind = 'POWER_OF_ATTORNEY') and scope in ('READ', 'ACT')),
    from_date    date        not null,
    until_date   date        check (until_date > from_date),
    recorded_at  timestamptz not null,
    -- An objection hides until the clinic has decided, and after that if it was upheld.
    upheld_at    timestamptz check (upheld_at is null or kind = 'OBJECTION'),
    ended_at     timestamptz,
    due_at       timestamptz,
    constraint no_objection_waits_for_ever
        check ((due_at is not null) = (kind = 'OBJECTION' and upheld_at is null and ended_at is null))
);
create index ground_of_person on ground (person) where ended_at is null;
create index ground_of_representative on ground (representative) where ended_at is null;
create index ground_of_organization on ground (organization) where due_at is not null;
create index ground_due on ground (due_at) where due_at is not null;

-- Every alias of the citizen who makes the request; the own policy of person_alias shows the one in the token alone.
create function caller_aliases() returns uuid[]
    language sql stable security definer set search_path = identity, pg_temp as
$$
    select array(
        select other.alias from person_alias mine join person_alias other using (person_id)
        where mine.alias = nullif(current_setting('brevdue.citizen', true), '')::uuid
        union
        select nullif(current_setting('brevdue.citizen', true), '')::uuid
        where current_setting('brevdue.citizen', true) <> '')
$$;
create policy resolving on person_alias for select to identity_owner using (true);

alter table ground enable row level security;
alter table ground force row level security;
create policy background on ground to identity_worker using (true);
-- Blocks and certificates are the organisation's; a person sees what they or another person have said.
create policy own on ground for select to identity_request
    using (kind in ('POWER_OF_ATTORNEY', 'LOGIN_CONSENT', 'OBJECTION') and person = any ((select caller_aliases())::uuid[])
        or kind in ('POWER_OF_ATTORNEY', 'LOGIN_CONSENT') and representative = any ((select caller_aliases())::uuid[]));
create policy recorded on ground for select to identity_request
    using (organization = nullif(current_setting('brevdue.organization', true), ''));
grant select on ground to identity_request;
revoke delete on ground from identity_worker;

-- For whom somebody may act: looked up in the plans themselves, so that what a plan leaves out cannot be found.
create index person_plan on person using gin (plan jsonb_path_ops);
