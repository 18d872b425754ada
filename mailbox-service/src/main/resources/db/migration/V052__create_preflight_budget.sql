-- How often each organisation has asked before sending, in the hour it last asked in.
create table preflight_budget (
    organization text        primary key,
    hour         timestamptz not null,
    spent        integer     not null
);
alter table preflight_budget enable row level security;
alter table preflight_budget force row level security;
create policy worker on preflight_budget to mailbox_worker using (true);
create policy own on preflight_budget to mailbox_request using (organization = (select caller_organization()));
grant select, insert, update on preflight_budget to mailbox_request;
