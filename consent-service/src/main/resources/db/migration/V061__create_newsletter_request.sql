-- Whoever wants the newsletter, until they have said so again with the code from their mail. The code follows from the id, which
-- they are therefore not shown. What is not confirmed is over after a day.
create table newsletter_request (
    request_id     uuid        primary key,
    alias          uuid        not null,
    notice_version bigint      not null,
    language       text        not null,
    requested_at   timestamptz not null,
    expires_at     timestamptz not null,
    attempts       integer     not null default 0 check (attempts between 0 and 5),
    ended_at       timestamptz
);
create unique index newsletter_request_open on newsletter_request (alias) where ended_at is null;

alter table newsletter_request enable row level security;
alter table newsletter_request force row level security;
create policy worker on newsletter_request to consent_worker using (true);
create policy own on newsletter_request to consent_request
    using (alias = any ((select caller_aliases())::uuid[])) with check (alias = any ((select caller_aliases())::uuid[]));
grant select, insert, update (attempts, ended_at) on newsletter_request to consent_request;
