-- Whether the sender takes answers through the mailbox.
alter table message add column reply_allowed boolean not null default false;

-- Whether a person has agreed to a purpose of a controller. Under several aliases a no under one is a no.
create function agreed(person uuid, controller text, purpose text, at timestamptz) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select coalesce(bool_and(c.state = 'GRANTED' and coalesce(c.expires_at > agreed.at, false)), false)
    from consent c
    where c.controller = agreed.controller and c.purpose = agreed.purpose and c.alias in (
        select agreed.person union select aliases_of_same_person(agreed.person))
$$;

-- What a person has decided stays as it is until the transaction ends: a withdrawal that arrives meanwhile waits for it.
create function hold_decisions(person uuid) returns void
    language plpgsql security definer set search_path = mailbox, pg_temp as
$$
begin
    perform from decision_head h
    where h.alias in (
        select hold_decisions.person union select aliases_of_same_person(hold_decisions.person))
    order by h.alias for share;
end
$$;

create table reply (
    id              uuid        primary key,
    delivery_id     uuid        not null references delivery,
    message_id      uuid        not null references message,
    thread_id       uuid        not null,
    controller      text        not null,
    -- Alias of whoever wrote it.
    author          uuid        not null,
    role            text        not null check (role in ('PERSON', 'REPRESENTATIVE')),
    idempotency_key text        not null,
    ciphertext      bytea       not null,
    version         bigint      not null,
    state           text        not null check (state in ('ACCEPTED', 'FETCHED', 'ACKNOWLEDGED')),
    rejected        boolean     not null,
    accepted_at     timestamptz not null,
    fetched_at      timestamptz,
    acknowledged_at timestamptz,
    overdue_at      timestamptz,
    due_at          timestamptz,
    unique (author, idempotency_key),
    -- Nothing waits for ever: what the clinic has not acknowledged has a time at which it is told again.
    constraint never_without_deadline check ((state = 'ACKNOWLEDGED') = (due_at is null))
);
create index reply_of_letter on reply (delivery_id, accepted_at);
create index reply_due on reply (due_at) where due_at is not null;
create index reply_waiting on reply (controller, accepted_at) where due_at is not null;

-- The data key of a reply, wrapped once for each holder: the person and the clinic.
create table reply_key (
    reply_id  uuid  not null references reply,
    holder_id uuid  not null references holder,
    wrapped   bytea not null,
    primary key (reply_id, holder_id)
);

alter table reply enable row level security;
alter table reply force row level security;
alter table reply_key enable row level security;
alter table reply_key force row level security;
create policy worker on reply to mailbox_worker using (true);
create policy worker on reply_key to mailbox_worker using (true);

-- Whoever may see the letter to the person: its reader and its sender. A copy recipient sees another delivery.
create policy visible on reply for select to mailbox_request
    using (exists (select from delivery d where d.id = reply.delivery_id));
create policy writing on reply for insert to mailbox_request
    with check (author = (select caller_alias()) and state = 'ACCEPTED' and exists (
        select from delivery d join message m on m.id = d.message_id
        where d.id = reply.delivery_id and m.id = reply.message_id and d.sender = reply.controller
            and d.state in ('OPENED', 'CONFIRMED') and m.reply_allowed
            and agreed(d.alias, d.sender, 'contact', today())));
create policy handling on reply for update to mailbox_request using (controller = (select caller_organization()));
create policy visible on reply_key to mailbox_request
    using (exists (select from reply r where r.id = reply_key.reply_id));
grant select, insert on reply, reply_key to mailbox_request;
grant update (version, state, rejected, fetched_at, acknowledged_at, due_at) on reply to mailbox_request;
