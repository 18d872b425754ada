create table republish (
    run        uuid        not null,
    source     text        not null,
    started_at timestamptz not null default clock_timestamp(),
    last_key   text        not null default '',
    published  bigint      not null default 0,
    done_at    timestamptz,
    primary key (run, source)
);
