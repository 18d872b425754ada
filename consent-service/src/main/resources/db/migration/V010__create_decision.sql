-- How much a person has decided, whatever it was about: one dense version for each alias, locked by whoever decides, so
-- that a reader who misses a decision notices. The shard is the partition its facts travel on.
create table decision_head (
    alias      uuid        primary key,
    version    bigint      not null check (version > 0),
    shard      smallint    not null,
    decided_at timestamptz not null
);
create index decision_head_shard on decision_head (shard);

-- Which reader acts on how much of it.
create table decision_effect (
    alias      uuid        not null,
    reader     text        not null,
    version    bigint      not null,
    applied_at timestamptz not null,
    primary key (alias, reader)
);

alter table decision_head enable row level security;
alter table decision_head force row level security;
alter table decision_effect enable row level security;
alter table decision_effect force row level security;
create policy worker on decision_head to consent_worker using (true);
create policy worker on decision_effect to consent_worker using (true);
create policy own on decision_head to consent_request
    using (alias = any ((select caller_aliases())::uuid[])) with check (alias = any ((select caller_aliases())::uuid[]));
create policy own on decision_effect for select to consent_request
    using (alias = any ((select caller_aliases())::uuid[]));
grant select, insert, update (version, decided_at) on decision_head to consent_request;
grant select on decision_effect to consent_request;
