-- Whether researchers may ask a person. No row means that nothing was said, which is not a no.
create table research_contact (
    alias      uuid        not null,
    allowed    boolean     not null,
    decided_at timestamptz not null,
    primary key (alias, decided_at)
);
revoke update, delete on research_contact from consent_worker;
alter table research_contact enable row level security;
alter table research_contact force row level security;
create policy worker on research_contact to consent_worker using (true);
create policy own on research_contact to consent_request
    using (alias = any ((select caller_aliases())::uuid[])) with check (alias = any ((select caller_aliases())::uuid[]));
grant select, insert on research_contact to consent_request;

-- The agreement under which the platform processes for a controller, version by version.
create table processor_agreement (
    controller text        not null,
    version    bigint      not null check (version > 0),
    text       text        not null,
    sha256     text        not null,
    since      timestamptz not null,
    primary key (controller, version)
);
revoke update, delete on processor_agreement from consent_worker;
alter table processor_agreement enable row level security;
alter table processor_agreement force row level security;
create policy worker on processor_agreement to consent_worker using (true);
create policy own on processor_agreement for select to consent_request
    using (controller = (select caller_organization()));
grant select on processor_agreement to consent_request;
