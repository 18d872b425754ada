-- What each supplier may do in the name of an organisation; without scopes, nothing any more. The latest version stays, and what
-- was before is in the audit trail.
create table supplier_access (
    organization text        not null,
    supplier     text        not null,
    version      bigint      not null,
    scopes       text[]      not null,
    changed_at   timestamptz not null,
    primary key (organization, supplier),
    constraint not_itself check (organization <> supplier)
);

alter table supplier_access enable row level security;
alter table supplier_access force row level security;
create policy background on supplier_access to identity_worker using (true);
create policy own on supplier_access to identity_request
    using (organization = nullif(current_setting('brevdue.organization', true), ''));
grant select, insert, update on supplier_access to identity_request;
revoke delete on supplier_access from identity_worker;
