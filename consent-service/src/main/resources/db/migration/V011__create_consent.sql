-- What holds of each consent; derived from the ledger and kept beside it, so that nobody has to add up to know.
create table consent (
    consent_id      uuid        primary key,
    alias           uuid        not null,
    controller      text        not null,
    purpose         text        not null,
    state           text        not null check (state in ('GRANTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    version         bigint      not null check (version > 0),
    decided_version bigint      not null,
    decided_at      timestamptz not null,
    expires_at      timestamptz,
    unique (alias, controller, purpose),
    -- Nothing holds for ever: a granted consent has a time at which somebody looks, and only that.
    constraint granted_until check ((state = 'GRANTED') = (expires_at is not null))
);
create index consent_expiring on consent (expires_at) where expires_at is not null;

-- The ledger, ISO/IEC TS 27560: one row for each event, never altered.
create table consent_event (
    event_id            uuid        primary key,
    schema_version      text        not null,
    consent_id          uuid        not null references consent,
    version             bigint      not null,
    alias               uuid        not null,
    decided_version     bigint      not null,
    event_type          text        not null
        check (event_type in ('GRANTED', 'REFUSED', 'WITHDRAWN', 'RENEWED', 'EXPIRED')),
    event_state         text        not null,
    event_time          timestamptz not null,
    expires_at          timestamptz,
    entity              text        not null,
    acr                 text,
    auth_time           timestamptz,
    represented         uuid,
    controller          text        not null,
    purpose             text        not null,
    lawful_basis        text        not null,
    notice_id           text        not null,
    notice_version      bigint      not null,
    notice_sha256       text        not null,
    language            text        not null,
    collection_method   text        not null,
    pii_categories      text        not null,
    processing_method   text        not null,
    storage_location    text        not null,
    jurisdiction        text        not null,
    retention           text        not null,
    withdrawal_method   text        not null,
    unique (consent_id, version),
    foreign key (notice_id, notice_version) references terms_version
);
revoke update, delete on consent_event from consent_worker;

-- Which controllers wait for an answer.
create table consent_request (
    alias      uuid        not null,
    controller text        not null,
    purpose    text        not null,
    asked_at   timestamptz not null,
    primary key (alias, controller, purpose)
);

alter table consent enable row level security;
alter table consent force row level security;
alter table consent_event enable row level security;
alter table consent_event force row level security;
alter table consent_request enable row level security;
alter table consent_request force row level security;
create policy worker on consent to consent_worker using (true);
create policy worker on consent_event to consent_worker using (true);
create policy worker on consent_request to consent_worker using (true);
create policy own on consent to consent_request
    using (alias = any ((select caller_aliases())::uuid[])) with check (alias = any ((select caller_aliases())::uuid[]));
create policy own on consent_event for select to consent_request
    using (alias = any ((select caller_aliases())::uuid[]));
create policy adding on consent_event for insert to consent_request
    with check (alias = any ((select caller_aliases())::uuid[]));
create policy own on consent_request for select to consent_request
    using (alias = any ((select caller_aliases())::uuid[]));
create policy answered on consent_request for delete to consent_request
    using (alias = any ((select caller_aliases())::uuid[]));
grant select, insert, update (state, version, decided_version, decided_at, expires_at) on consent to consent_request;
grant select, insert on consent_event to consent_request;
grant select, delete on consent_request to consent_request;
