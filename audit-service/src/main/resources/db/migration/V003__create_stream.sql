-- How far each producing stream has come.
create table stream_head (
    stream   text   primary key,
    position bigint not null
);

-- A hole in a stream: entries that were numbered but have not arrived. A closed one stays, as part of the record.
create table stream_gap (
    stream        text        not null,
    from_position bigint      not null,
    to_position   bigint      not null,
    missing       bigint      not null,
    since         timestamptz not null,
    closed_at     timestamptz,
    primary key (stream, from_position),
    check ((missing = 0) = (closed_at is not null))
);
create index stream_gap_open on stream_gap (since) where closed_at is null;
