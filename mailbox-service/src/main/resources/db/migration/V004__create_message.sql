-- Whoever keeps a copy: a person (by alias) or an organisation. The keyset is encrypted under the service key.
create table holder (
    id     uuid  primary key,
    kind   text  not null check (kind in ('PERSON', 'ORGANIZATION')),
    name   text  not null,
    keyset bytea not null,
    unique (kind, name)
);

create table message (
    id                    uuid        primary key,
    thread_id             uuid        not null,
    sender                text        not null,
    supplier              text,
    reference             text        not null,
    idempotency_key       text        not null,
    request_digest        bytea       not null,
    subject               uuid        not null,
    purpose               text        not null,
    language              text        not null,
    act_by                timestamptz,
    accepted_at           timestamptz not null,
    completed_at          timestamptz,
    unique (sender, idempotency_key),
    unique (sender, reference)
);

-- One ciphertext per part, under the data key of the message.
create table message_part (
    message_id uuid  not null references message,
    part       text  not null check (part in ('TITLE', 'BODY', 'PATIENT')),
    ciphertext bytea not null,
    primary key (message_id, part)
);

-- The data key, wrapped once for each holder. Deleting a copy deletes its wrap.
create table message_key (
    message_id uuid  not null references message,
    holder_id  uuid  not null references holder,
    wrapped    bytea not null,
    primary key (message_id, holder_id)
);

create table delivery (
    id              uuid        primary key,
    message_id      uuid        not null references message,
    thread_id       uuid        not null,
    sender          text        not null,
    recipient_kind  text        not null check (recipient_kind in ('PERSON', 'ORGANIZATION')),
    alias           uuid        check ((alias is not null) = (recipient_kind = 'PERSON')),
    organization    text        check ((organization is not null) = (recipient_kind = 'ORGANIZATION')),
    version         bigint      not null,
    state           text        not null check (state in
                        ('ACCEPTED', 'HELD', 'PUBLISHED', 'OPENED', 'CONFIRMED', 'RECALLED', 'RETURNED')),
    reason          text,
    fallback        text        not null check (fallback in ('NONE', 'ORDERED', 'HANDED_OVER', 'DONE', 'FAILED')),
    fallback_reason text,
    confirmation_required boolean not null,
    expected_birth_date date,
    accepted_at     timestamptz not null,
    not_before      timestamptz,
    read_before     timestamptz not null,
    due_at          timestamptz,
    published_at    timestamptz,
    opened_at       timestamptz,
    ended_at        timestamptz,
    -- Nothing waits for ever: what has not ended in proof has a time at which somebody looks again, and only that.
    constraint never_without_deadline check ((ended_at is null) = (due_at is not null))
);
create index delivery_message on delivery (message_id);
create index delivery_due on delivery (due_at) where due_at is not null;
create index delivery_of_person on delivery (alias, published_at desc, id desc) where published_at is not null;
create index delivery_unread on delivery (alias) where state = 'PUBLISHED';
create index delivery_waiting_for_person on delivery (alias) where state in ('ACCEPTED', 'HELD');
create index delivery_of_organization on delivery (organization, published_at desc, id desc) where published_at is not null;

-- The proof ladder: one row per rung, never changed. "key" keeps one rung from being proven twice by the same fact.
create table evidence (
    id          bigint      generated always as identity primary key,
    delivery_id uuid        not null references delivery,
    rung        text        not null,
    at          timestamptz not null,
    source      text        not null,
    detail      text,
    key         text        not null,
    unique (delivery_id, rung, key)
);

-- Ends a message once every delivery of it has ended. Runs as the owner, because a copy recipient sees only its own
-- delivery; the lock on the message makes the second of two deliveries that end together see the first.
create function complete_message(message uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = mailbox, pg_temp as
$$
begin
    perform from message m where m.id = complete_message.message for update;
    update message m set completed_at = complete_message.at
    where m.id = complete_message.message and m.completed_at is null
        and not exists (select from delivery d where d.message_id = m.id and d.ended_at is null);
    return found;
end
$$;

-- What the sender's systems follow. The position is given after the commit, so that it is dense and nothing is skipped.
create table feed_entry (
    id           bigint      generated always as identity primary key,
    organization text        not null,
    position     bigint,
    type         text        not null,
    message_id   uuid        not null,
    delivery_id  uuid        not null,
    reference    text        not null,
    detail       text,
    at           timestamptz not null,
    unique (organization, position)
);
create index feed_entry_unnumbered on feed_entry (id) where position is null;

create table feed_head (
    organization text   primary key,
    position     bigint not null
);

alter table message enable row level security;
alter table message force row level security;
alter table message_part enable row level security;
alter table message_part force row level security;
alter table message_key enable row level security;
alter table message_key force row level security;
alter table delivery enable row level security;
alter table delivery force row level security;
alter table evidence enable row level security;
alter table evidence force row level security;
alter table feed_entry enable row level security;
alter table feed_entry force row level security;
create policy worker on message to mailbox_worker using (true);
create policy worker on message_part to mailbox_worker using (true);
create policy worker on message_key to mailbox_worker using (true);
create policy worker on delivery to mailbox_worker using (true);
create policy worker on evidence to mailbox_worker using (true);
create policy worker on feed_entry to mailbox_worker using (true);

-- What complete_message() needs, since the policies bind the owner, too.
create policy completing on message for select to mailbox_owner using (true);
create policy completion on message for update to mailbox_owner using (true);
create policy completing on delivery for select to mailbox_owner using (true);

-- A delivery is seen by its recipient once it is published, and by its sender always.
create policy recipient on delivery to mailbox_request
    using (published_at is not null
        and (alias = any ((select caller_aliases())::uuid[]) or organization = (select caller_organization())));
create policy sender on delivery to mailbox_request
    using (sender = (select caller_organization()));
create policy sender on message to mailbox_request
    using (sender = (select caller_organization()));
create policy recipient on message for select to mailbox_request
    using (exists (select from delivery d where d.message_id = message.id));
create policy visible on message_part to mailbox_request
    using (exists (select from message m where m.id = message_part.message_id));
create policy visible on message_key to mailbox_request
    using (exists (select from message m where m.id = message_key.message_id));
create policy visible on evidence to mailbox_request
    using (exists (select from delivery d where d.id = evidence.delivery_id));
create policy own on feed_entry to mailbox_request
    using (organization = (select caller_organization()))
    with check (true);

grant select, insert on message, message_part, message_key, delivery, evidence to mailbox_request;
grant update (version, state, reason, fallback, fallback_reason, due_at, published_at, opened_at, ended_at)
    on delivery to mailbox_request;
grant select, insert on feed_entry to mailbox_request;
grant usage on all sequences in schema mailbox to mailbox_request;
