create table acceptance (
    alias         uuid        not null,
    terms_id      text        not null,
    terms_version bigint      not null,
    sha256        text        not null,
    accepted_at   timestamptz not null,
    acr           text        not null,
    fact_version  bigint      not null check (fact_version > 0),
    primary key (alias, terms_id, terms_version),
    unique (alias, fact_version),
    foreign key (terms_id, terms_version) references terms_version
);

-- An acceptance is proof: it is added and read, never altered.
revoke update, delete on acceptance from consent_worker;
grant select, insert on acceptance to consent_request;

alter table acceptance enable row level security;
alter table acceptance force row level security;
create policy everything on acceptance to consent_worker using (true);
create policy own_under_every_alias on acceptance for select to consent_request
    using (alias = any ((select caller_aliases())::uuid[]));
create policy own on acceptance for insert to consent_request with check (alias = caller_alias());
