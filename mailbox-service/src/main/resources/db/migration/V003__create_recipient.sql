-- Local copy of what identity-service and consent-service know: kept by projections, read by routing and by openings.
create table linked_person (
    person_id uuid   primary key,
    version   bigint not null
);

-- What each person claims by that person's own latest fact. Facts about two people come in no order, so for a moment
-- two of them can claim one alias.
create table alias_claim (
    alias     uuid not null,
    person_id uuid not null references linked_person,
    primary key (alias, person_id)
);
create index alias_claim_of_person on alias_claim (person_id);

-- A contested alias leads to nobody: whoever reads through this view sees too little for a moment, never too much.
create view alias_link as
select alias, person_id
from alias_claim
where not exists (
    select from alias_claim other
    where other.alias = alias_claim.alias and other.person_id <> alias_claim.person_id
);

-- Requests may not look around among the links; whoever names an alias learns who is behind it. These two run as the owner.
create function person_of(alias uuid) returns uuid
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select link.person_id from alias_link link where link.alias = person_of.alias
$$;

create function aliases_of_same_person(alias uuid) returns setof uuid
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select other.alias from alias_link mine join alias_link other using (person_id)
    where mine.alias = aliases_of_same_person.alias
$$;

-- The alias in the token of the citizen who makes the request; null for everybody else.
create function caller_alias() returns uuid language sql stable as
$$
    select nullif(current_setting('brevdue.citizen', true), '')::uuid
$$;

-- Every alias of that citizen, the one in the token even if nobody has linked it yet; empty for everybody else. A policy
-- asks in an inner select, which is evaluated once for each statement and not once for each row.
create function caller_aliases() returns uuid[] language sql stable as
$$
    select array(
        select aliases_of_same_person(caller_alias())
        union
        select caller_alias() where caller_alias() is not null)
$$;

create table recipient (
    person_id         uuid    primary key,
    version           bigint  not null,
    in_doubt          boolean not null,
    birth_date        date    not null,
    deceased          boolean not null,
    address_protected boolean not null,
    digital_opt_out   boolean not null,
    email_usable      boolean not null,
    sms_usable        boolean not null,
    language          text    not null
);

create table registration_refusal (
    alias  uuid primary key,
    reason text not null
);

create table terms (
    terms_id     text        not null,
    version      bigint      not null,
    effective_at timestamptz not null,
    primary key (terms_id, version)
);

create table terms_acceptance (
    alias         uuid   primary key,
    version       bigint not null,
    terms_id      text   not null,
    terms_version bigint not null
);

-- The organisation that makes the request; null for everybody else.
create function caller_organization() returns text language sql stable as
$$
    select nullif(current_setting('brevdue.organization', true), '')
$$;

-- Sending to somebody who was refused before asks again. Requests need no other way to the refusals.
create function forget_refusal(alias uuid) returns void
    language sql security definer set search_path = mailbox, pg_temp as
$$
    delete from registration_refusal refusal where refusal.alias = forget_refusal.alias
$$;

alter table recipient enable row level security;
alter table recipient force row level security;
alter table terms enable row level security;
alter table terms force row level security;
alter table terms_acceptance enable row level security;
alter table terms_acceptance force row level security;
create policy worker on recipient to mailbox_worker using (true);
create policy worker on terms to mailbox_worker using (true);
create policy worker on terms_acceptance to mailbox_worker using (true);
create policy own on recipient for select to mailbox_request using (person_id = (select person_of(caller_alias())));
create policy everybody on terms for select to mailbox_request using (true);
create policy own on terms_acceptance for select to mailbox_request
    using (alias = any ((select caller_aliases())::uuid[]));
grant select on recipient, terms, terms_acceptance to mailbox_request;
