create table outbox (
    id       bigint      generated always as identity primary key,
    shard    smallint    not null,
    event_id uuid        not null,
    topic    text        not null,
    key      text        not null,
    type     text        not null,
    payload  bytea       not null,
    stream   text,
    position bigint,
    trace    text,
    at       timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

create table outbox_lease (
    shard   smallint    primary key,
    owner   uuid,
    epoch   bigint      not null default 0,
    expires timestamptz not null default '-infinity'
);
insert into outbox_lease (shard) select generate_series(0, 11);

create table outbox_stream (
    stream   text   primary key,
    position bigint not null
);

-- A request may add facts; only the relay reads, numbers and removes them.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy worker on outbox to notification_worker using (true);
create policy adding on outbox for insert to notification_request with check (position is null);
grant insert on outbox to notification_request;
