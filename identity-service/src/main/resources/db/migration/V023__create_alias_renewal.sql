-- Giving everybody an alias under every alias key there is, before any of them is used.
create table alias_renewal (
    id         uuid        primary key,
    started_at timestamptz not null default clock_timestamp(),
    last_key   text        not null default '',
    persons    bigint      not null default 0,
    renewed    bigint      not null default 0,
    done_at    timestamptz
);
