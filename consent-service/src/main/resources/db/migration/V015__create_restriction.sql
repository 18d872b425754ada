create table restriction (
    restriction_id uuid        primary key,
    alias          uuid        not null,
    kind           text        not null check (kind in ('ORGANIZATION', 'PRACTITIONER')),
    target         text        not null,
    since          timestamptz not null,
    lifted_at      timestamptz
);
create unique index restriction_in_force on restriction (alias, kind, target) where lifted_at is null;

alter table restriction enable row level security;
alter table restriction force row level security;
create policy worker on restriction to consent_worker using (true);
create policy own on restriction to consent_request
    using (alias = any ((select caller_aliases())::uuid[])) with check (alias = any ((select caller_aliases())::uuid[]));
grant select, insert, update (lifted_at) on restriction to consent_request;
