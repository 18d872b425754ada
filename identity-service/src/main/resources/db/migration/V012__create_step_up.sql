-- A fresh login that was begun, and the handle it earned. Secrets are kept as hashes, or encrypted where we must send them on.
-- Times are real time: they are compared with ID-porten's.
create table step_up (
    id           uuid        primary key,
    alias        uuid        not null,
    operation    text        not null check (operation in ('CHANGE_EMAIL', 'CHANGE_MOBILE')),
    state_hash   bytea       not null unique,
    nonce        text        not null,
    verifier     bytea       not null,
    requested_at timestamptz not null,
    answered_at  timestamptz,
    handle_hash  bytea       unique,
    expires_at   timestamptz not null,
    constraint earned_by_an_answer check (handle_hash is null or answered_at is not null)
);
create index step_up_alias on step_up (alias);
create index step_up_expires on step_up (expires_at);
