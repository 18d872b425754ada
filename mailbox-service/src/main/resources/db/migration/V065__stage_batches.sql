-- Batches that are sent as a whole or not at all: their letters are stored together and wait until the sender commits.
create table staged_batch (
    id              uuid        primary key,
    sender          text        not null,
    idempotency_key text        not null,
    commit_before   timestamptz not null,
    committed_at    timestamptz,
    unique (sender, idempotency_key)
);

create table staged_letter (
    batch_id   uuid not null references staged_batch,
    message_id uuid not null references message,
    primary key (batch_id, message_id)
);

-- Until then a delivery of such a letter is held; after that it goes back.
alter table delivery add column uncommitted_until timestamptz;

alter table staged_batch enable row level security;
alter table staged_batch force row level security;
alter table staged_letter enable row level security;
alter table staged_letter force row level security;
create policy worker on staged_batch to mailbox_worker using (true);
create policy worker on staged_letter to mailbox_worker using (true);
create policy own on staged_batch to mailbox_request using (sender = (select caller_organization()));
create policy own on staged_letter to mailbox_request
    using (exists (select from staged_batch b where b.id = staged_letter.batch_id));
grant select, insert on staged_batch, staged_letter to mailbox_request;
grant update (committed_at) on staged_batch to mailbox_request;
grant update (uncommitted_until) on delivery to mailbox_request;
