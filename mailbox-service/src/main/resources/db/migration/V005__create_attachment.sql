-- Uploaded first, then named by a message. Name and bytes are encrypted under a data key of the attachment's own.
create table attachment (
    id            uuid        primary key,
    organization  text        not null,
    message_id    uuid        references message,
    position      smallint,
    file_name     bytea       not null,
    content_type  text        not null check (content_type in ('PDF', 'PNG', 'JPEG')),
    size          bigint      not null check (size between 1 and 26214400),
    sha256        text        not null,
    scan_due_at   timestamptz,
    scan_attempts integer     not null default 0,
    created_at    timestamptz not null,
    uploaded_at   timestamptz,
    verdict       text        check (verdict in ('CLEAN', 'INFECTED')),
    -- Follows from what is stored, so that a request can say that the bytes have come, and never what they are worth.
    scan          text        generated always as (coalesce(verdict,
                      case when uploaded_at is null then 'AWAITING_UPLOAD' else 'PENDING' end)) stored,
    constraint verdict_on_what_was_uploaded check (verdict is null or uploaded_at is not null),
    constraint placed_in_message check ((message_id is null) = (position is null)),
    constraint pending_is_due check (scan <> 'PENDING' or scan_due_at is not null)
);
create index attachment_of_message on attachment (message_id) where message_id is not null;
create index attachment_of_nothing on attachment (created_at) where message_id is null;
create index attachment_scan_due on attachment (scan_due_at) where scan = 'PENDING';

-- Ciphertext does not compress; PostgreSQL need not try.
create table attachment_chunk (
    attachment_id uuid    not null references attachment on delete cascade,
    number        integer not null,
    ciphertext    bytea   storage external not null,
    primary key (attachment_id, number)
);

-- The attachment's data key, wrapped once for each holder of the message it belongs to.
create table attachment_key (
    attachment_id uuid  not null references attachment on delete cascade,
    holder_id     uuid  not null references holder,
    wrapped       bytea not null,
    primary key (attachment_id, holder_id)
);

alter table attachment enable row level security;
alter table attachment force row level security;
alter table attachment_chunk enable row level security;
alter table attachment_chunk force row level security;
alter table attachment_key enable row level security;
alter table attachment_key force row level security;
create policy worker on attachment to mailbox_worker using (true);
create policy worker on attachment_chunk to mailbox_worker using (true);
create policy worker on attachment_key to mailbox_worker using (true);

-- The organisation that uploaded it sees that it exists, whoever may see the letter as well once it is clean; of the bytes
-- nobody sees any before.
create policy own on attachment to mailbox_request using (organization = (select caller_organization()));
create policy reader on attachment for select to mailbox_request
    using (scan = 'CLEAN' and exists (select from message m where m.id = attachment.message_id));
create policy upload on attachment_chunk for insert to mailbox_request
    with check (exists (
        select from attachment a
        where a.id = attachment_chunk.attachment_id
            and a.organization = (select caller_organization())
            and a.scan = 'AWAITING_UPLOAD'));
create policy clean on attachment_chunk for select to mailbox_request
    using (exists (select from attachment a where a.id = attachment_chunk.attachment_id and a.scan = 'CLEAN'));
create policy own on attachment_key for insert to mailbox_request
    with check (exists (
        select from attachment a
        where a.id = attachment_key.attachment_id and a.organization = (select caller_organization())));
create policy visible on attachment_key for select to mailbox_request
    using (exists (select from attachment a where a.id = attachment_key.attachment_id));
grant select, insert on attachment_chunk, attachment_key to mailbox_request;
grant select on attachment to mailbox_request;
grant insert (id, organization, file_name, content_type, size, sha256, created_at) on attachment to mailbox_request;
grant update (message_id, position, scan_due_at, uploaded_at) on attachment to mailbox_request;
