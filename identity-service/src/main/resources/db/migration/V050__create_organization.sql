-- Organisations, their services and who works in them, as the address register of the health network (Adresseregisteret) tells.
-- One way: nothing goes back there. The later event wins, in whatever order they come.
create table address_party (
    her_id        bigint primary key check (her_id > 0),
    kind          text   not null check (kind in ('ORGANIZATION', 'SERVICE', 'PERSON')),
    organization  text   not null,
    parent_her_id bigint check ((parent_her_id is null) = (kind = 'ORGANIZATION')),
    -- A person's is not kept.
    name          text   check ((name is null) = (kind = 'PERSON')),
    hpr_number    bigint check (hpr_number is null or kind = 'PERSON'),
    valid_until   timestamptz,
    event_id      bigint not null
);
create index address_party_of_organization on address_party (organization);

-- Organisations that use Brevdue, and who is responsible there.
create table activation (
    organization text        primary key,
    manager      uuid        not null,
    activated_at timestamptz not null
);

-- Whom the manager has appointed to look after the organisation's practitioners. It opens no letter.
create table superuser (
    id           uuid        primary key,
    organization text        not null references activation,
    alias        uuid        not null,
    appointed_at timestamptz not null,
    dismissed_at timestamptz
);
create unique index superuser_once on superuser (organization, alias) where dismissed_at is null;
create index superuser_of_alias on superuser (alias) where dismissed_at is null;

alter table address_party enable row level security;
alter table address_party force row level security;
alter table activation enable row level security;
alter table activation force row level security;
alter table superuser enable row level security;
alter table superuser force row level security;
create policy background on address_party to identity_worker using (true);
create policy background on activation to identity_worker using (true);
create policy background on superuser to identity_worker using (true);
create policy own on activation for select to identity_request
    using (manager = any ((select caller_aliases())::uuid[]));
create policy own on superuser for select to identity_request
    using (dismissed_at is null and (alias = any ((select caller_aliases())::uuid[])
        or organization in (select a.organization from activation a)));
grant select on activation, superuser to identity_request;
revoke delete on activation, superuser from identity_worker;
