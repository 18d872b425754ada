-- What has become of a recipient's copy, where something has: most copies have no row here.
create table copy_state (
    delivery_id  uuid        primary key references delivery,
    -- Nobody reads it any more, and it is kept as evidence.
    sealed_at    timestamptz,
    -- It stays readable and says so.
    withdrawn    text        check (withdrawn in ('WITHDRAWN', 'CORRECTED')),
    deleted_at   timestamptz,
    -- When the holder's keys of it are destroyed, and when they were.
    destroy_at   timestamptz,
    destroyed_at timestamptz,
    constraint destroyed_once check (destroy_at is null or destroyed_at is null),
    -- Nothing waits for ever: what is deleted has a time at which it is gone.
    constraint deleted_is_destroyed check (deleted_at is null or destroy_at is not null or destroyed_at is not null),
    constraint evidence_is_kept check (sealed_at is null or (destroy_at is null and destroyed_at is null))
);
create index copy_state_destruction_due on copy_state (destroy_at) where destroy_at is not null;

-- Who took which attachment of which copy for the first time; needed when a letter went to the wrong reader.
create table attachment_download (
    delivery_id   uuid        not null references delivery,
    attachment_id uuid        not null references attachment,
    at            timestamptz not null,
    primary key (delivery_id, attachment_id)
);

-- A letter that somebody read who should not have. What its sender must tell the authority is gathered from the evidence.
create table breach (
    id           uuid        primary key,
    message_id   uuid        not null references message,
    organization text        not null,
    cause        text        not null check (cause in ('RECALLED', 'NOT_MINE')),
    reason       text,
    aware_at     timestamptz not null,
    started_at   timestamptz not null,
    unique (message_id, cause)
);
create index breach_of_organization on breach (organization, started_at desc, id desc);

alter table copy_state enable row level security;
alter table copy_state force row level security;
alter table attachment_download enable row level security;
alter table attachment_download force row level security;
alter table breach enable row level security;
alter table breach force row level security;
create policy worker on copy_state to mailbox_worker using (true);
create policy worker on attachment_download to mailbox_worker using (true);
create policy worker on breach to mailbox_worker using (true);
create policy visible on copy_state to mailbox_request
    using (exists (select from delivery d where d.id = copy_state.delivery_id));
create policy visible on attachment_download to mailbox_request
    using (exists (select from delivery d where d.id = attachment_download.delivery_id));
create policy own on breach for select to mailbox_request using (organization = (select caller_organization()));
create policy reported on breach for insert to mailbox_request
    with check (exists (
        select from delivery d where d.message_id = breach.message_id and d.sender = breach.organization));
grant select, insert, update (sealed_at, withdrawn, deleted_at, destroy_at) on copy_state to mailbox_request;
grant select, insert on attachment_download, breach to mailbox_request;

-- A letter whose reader says that it is somebody else's is not complete any more. Runs as the owner, as complete_message().
create function reopen_message(message uuid) returns void
    language sql security definer set search_path = mailbox, pg_temp as
$$
    update message m set completed_at = null where m.id = reopen_message.message
$$;
