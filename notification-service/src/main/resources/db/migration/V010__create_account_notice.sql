-- A notice about somebody's contact points, by its id alone: whose it is, where it goes and what it says is known elsewhere.
create table account_notice (
    id            uuid        primary key,
    occasion      text        not null check (occasion in ('VERIFICATION_CODE', 'CONTACT_CHANGED')),
    setbacks      integer     not null default 0,
    due_at        timestamptz,
    -- Real time by the database's clock: while it lasts, one replica has the notice in hand.
    claimed_until timestamptz not null default '-infinity',
    ended_at      timestamptz,
    result        text        check (result in ('HANDED_OVER', 'OVER', 'REFUSED')),
    constraint account_notice_due_until_ended
        check ((due_at is null) = (ended_at is not null) and (ended_at is null) = (result is null))
);
create index account_notice_due on account_notice (due_at) where due_at is not null;
