-- Requests to register somebody. The sealed number is gone as soon as the request is answered.
create table registration (
    alias           uuid        primary key,
    request_id      uuid        not null,
    sealed          bytea,
    state           text        not null check (state in ('WAITING', 'REGISTERED', 'REFUSED')),
    refusals        bigint      not null default 0,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    requested_at    timestamptz not null,
    check ((state = 'WAITING') = (sealed is not null))
);
create index registration_due on registration (next_attempt_at) where state = 'WAITING';
