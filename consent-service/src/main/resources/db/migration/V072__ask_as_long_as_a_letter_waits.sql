-- A controller waits for an answer as long as a letter of it does: a row for each letter, gone with its waiting.
drop table consent_request;
create table consent_request (
    delivery_id uuid        primary key,
    alias       uuid        not null,
    controller  text        not null,
    purpose     text        not null,
    asked_at    timestamptz not null
);
create index consent_request_of on consent_request (alias, controller);

alter table consent_request enable row level security;
alter table consent_request force row level security;
create policy worker on consent_request to consent_worker using (true);
create policy own on consent_request for select to consent_request
    using (alias = any ((select caller_subjects())::uuid[]));
create policy answered on consent_request for delete to consent_request
    using (alias = any ((select caller_subjects())::uuid[]));
grant select, delete on consent_request to consent_request;
