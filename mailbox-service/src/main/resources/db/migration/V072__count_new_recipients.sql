-- How many people nobody had written to before each organisation has written to, in the hour it last did. Whoever tries numbers
-- is noticed; they are told nothing.
create table new_recipient_budget (
    organization text        primary key,
    hour         timestamptz not null,
    spent        integer     not null,
    noticed      boolean     not null default false
);
alter table new_recipient_budget enable row level security;
alter table new_recipient_budget force row level security;
create policy worker on new_recipient_budget to mailbox_worker using (true);
create policy own on new_recipient_budget to mailbox_request using (organization = (select caller_organization()));
grant select, insert, update on new_recipient_budget to mailbox_request;
