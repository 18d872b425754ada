-- Test jobs at the printing house. They are no letters: nothing that counts, finds or tells of letters knows them.
create table paper_canary (
    id         uuid        primary key,
    period     timestamptz not null unique,
    ordered_at timestamptz not null,
    state      text        not null check (state in ('WAITING', 'TAKEN', 'PRINTED', 'FAILED')),
    due_at     timestamptz,
    constraint under_way_is_due check ((state in ('WAITING', 'TAKEN')) = (due_at is not null))
);
