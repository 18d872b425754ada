-- What is known of the sources of the local projections.
create table projection_source (
    topic       text        not null,
    "partition" smallint    not null,
    heard_at    timestamptz not null,
    primary key (topic, "partition")
);

create table parked_key (
    topic text        not null,
    key   text        not null,
    since timestamptz not null default clock_timestamp(),
    primary key (topic, key)
);

create table quarantine (
    id          uuid        primary key,
    topic       text        not null,
    "partition" integer     not null,
    "offset"    bigint      not null,
    key         text        not null,
    type        text        not null,
    headers     text        not null,
    payload     bytea,
    reason      text        not null,
    first_seen  timestamptz not null default clock_timestamp(),
    resolution  text        check (resolution in ('REPLAYED', 'SUPERSEDED', 'DISCARDED')),
    resolved_at timestamptz,
    unique (topic, "partition", "offset")
);
create index quarantine_waiting on quarantine (topic, key) where resolution is null;
