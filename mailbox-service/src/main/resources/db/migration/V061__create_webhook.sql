-- Where an organisation wants to be told of its letters. How far it was told is a position of its feed: an endpoint that is
-- away misses nothing, and what it was told twice has one id.
create table webhook_endpoint (
    id              uuid        primary key,
    organization    text        not null,
    url             text        not null,
    state           text        not null check (state in ('ACTIVE', 'QUARANTINED')),
    -- Encrypted under the service key; the earlier one signs, too, until it runs out.
    secret          bytea       not null,
    earlier_secret  bytea,
    earlier_until   timestamptz,
    position        bigint      not null,
    created_at      timestamptz not null,
    attempts        integer     not null default 0,
    failing_since   timestamptz,
    last_outcome    text,
    due_at          timestamptz,
    -- Real time by the database's clock: while it lasts, one replica has the endpoint in hand.
    claimed_until   timestamptz not null default '-infinity',

    -- What is not given up is tried again at some time.
    constraint active_is_due check ((state = 'ACTIVE') = (due_at is not null)),
    constraint earlier_runs_out check ((earlier_secret is null) = (earlier_until is null)),
    unique (organization, url)
);
create index webhook_endpoint_due on webhook_endpoint (due_at) where due_at is not null;

alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy worker on webhook_endpoint to mailbox_worker using (true);
create policy own on webhook_endpoint to mailbox_request using (organization = (select caller_organization()));
grant select, insert, delete on webhook_endpoint to mailbox_request;
grant update (state, secret, earlier_secret, earlier_until, position, attempts, failing_since, last_outcome, due_at)
    on webhook_endpoint to mailbox_request;

create policy own on feed_head for select to mailbox_request using (organization = (select caller_organization()));
create policy worker on feed_head to mailbox_worker using (true);
alter table feed_head enable row level security;
alter table feed_head force row level security;
grant select on feed_head to mailbox_request;
