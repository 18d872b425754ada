-- Which references the first batch under a key had, so that other letters under the same key are refused and not taken for it.
create table batch_key (
    sender           text        not null,
    idempotency_key  text        not null,
    reference_digest bytea       not null,
    first_used_at    timestamptz not null,
    primary key (sender, idempotency_key)
);
alter table batch_key enable row level security;
alter table batch_key force row level security;
create policy worker on batch_key to mailbox_worker using (true);
create policy own on batch_key to mailbox_request using (sender = (select caller_organization()));
grant select, insert on batch_key to mailbox_request;
