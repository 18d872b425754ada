create table notification (
    id            uuid        primary key,
    delivery_id   uuid        not null unique,
    alias         uuid        not null,
    reason        text        not null check (reason in ('LETTER_PUBLISHED')),
    state         text        not null check (state in ('WAITING', 'ORDERED', 'HANDED_OVER', 'FAILED')),
    -- How many facts have been told about it.
    version       bigint      not null default 0,
    -- How many tries came to nothing, to space them; and how many reached for the channel, as proof.
    setbacks      integer     not null default 0,
    attempts      integer     not null default 0,
    created_at    timestamptz not null,
    ordered_at    timestamptz,
    ended_at      timestamptz,
    failure       text        check (failure in ('NO_CHANNEL', 'REFUSED', 'UNREACHABLE')),
    due_at        timestamptz,
    -- Real time by the database's clock: while it lasts, one replica has the notification in hand.
    claimed_until timestamptz not null default '-infinity',

    -- Nothing waits for ever: what has not ended is due at some time, what has ended never again.
    constraint due_until_ended check ((state in ('WAITING', 'ORDERED')) = (due_at is not null)),
    constraint ended_when_ended check ((state in ('HANDED_OVER', 'FAILED')) = (ended_at is not null)),
    constraint failed_for_a_reason check ((state = 'FAILED') = (failure is not null))
);
create index notification_due on notification (due_at) where due_at is not null;
