-- Health personnel at work in an organisation, by their number in the register of health personnel (HPR), without the zeros
-- that some write before it.
create table practitioner (
    id           uuid        primary key,
    organization text        not null,
    hpr_number   bigint      not null check (hpr_number between 1 and 999999999),
    -- Who that is when they log in as a citizen; null for whoever has been seen by HelseID alone.
    alias        uuid,
    verified_by  text        not null check (verified_by in ('HELSE_ID', 'SUPERUSER')),
    standing     text        not null check (standing in ('ACTIVE', 'RESTRICTED', 'SUSPENDED', 'ENDED')),
    since        timestamptz not null,
    unique (organization, hpr_number)
);
create index practitioner_of_alias on practitioner (alias);

-- Somebody says that they are that practitioner. "matched" if the registers agree; a superuser decides in any case.
create table practitioner_claim (
    id           uuid        primary key,
    organization text        not null,
    hpr_number   bigint      not null check (hpr_number between 1 and 999999999),
    alias        uuid        not null,
    matched      boolean     not null,
    claimed_at   timestamptz not null,
    decided_at   timestamptz,
    confirmed    boolean     check ((confirmed is null) = (decided_at is null)),
    -- Nothing waits for ever: undecided, it is over then.
    expires_at   timestamptz not null
);
create unique index practitioner_claim_once on practitioner_claim (organization, hpr_number, alias) where decided_at is null;
create index practitioner_claim_of_alias on practitioner_claim (alias) where decided_at is null;

alter table practitioner enable row level security;
alter table practitioner force row level security;
alter table practitioner_claim enable row level security;
alter table practitioner_claim force row level security;
create policy background on practitioner to identity_worker using (true);
create policy background on practitioner_claim to identity_worker using (true);
create policy own on practitioner for select to identity_request
    using (alias = any ((select caller_aliases())::uuid[]));
create policy colleagues on practitioner for select to identity_request
    using (organization in (select s.organization from superuser s where s.alias = any ((select caller_aliases())::uuid[])));
create policy own on practitioner_claim for select to identity_request
    using (alias = any ((select caller_aliases())::uuid[]));
create policy colleagues on practitioner_claim for select to identity_request
    using (organization in (select s.organization from superuser s where s.alias = any ((select caller_aliases())::uuid[])));
grant select on practitioner, practitioner_claim to identity_request;
revoke delete on practitioner from identity_worker;
