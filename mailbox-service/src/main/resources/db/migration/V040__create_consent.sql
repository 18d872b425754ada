-- Local copy of what people have decided in consent-service: one head for each alias, and behind it what holds.
create table decision_head (
    alias    uuid     primary key,
    version  bigint   not null,
    in_doubt boolean  not null,
    shard    smallint not null
);
create index decision_head_shard on decision_head (shard);

create table consent (
    alias      uuid        not null,
    controller text        not null,
    purpose    text        not null,
    state      text        not null check (state in ('GRANTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    expires_at timestamptz,
    primary key (alias, controller, purpose)
);

create table restriction (
    alias  uuid not null,
    kind   text not null check (kind in ('ORGANIZATION', 'PRACTITIONER')),
    target text not null,
    primary key (alias, kind, target)
);
create index restriction_target on restriction (target);

create table legal_basis_head (
    controller text   primary key,
    version    bigint not null
);

create table legal_basis (
    controller text not null references legal_basis_head,
    purpose    text not null,
    basis      text not null check (basis in ('CONSENT', 'LAW', 'CONTRACT')),
    primary key (controller, purpose)
);

-- Whether what a person has decided can be believed now: their source is heard, nothing of theirs is parked, nothing was
-- skipped. Requests ask this of people whose rows they do not see.
create function decisions_in_doubt(person uuid, heard_since timestamptz, partitions integer) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    with alias as (
        select decisions_in_doubt.person as id union select aliases_of_same_person(decisions_in_doubt.person))
    select (select count(*) filter (where heard_at >= heard_since) < partitions
            from projection_source where topic = 'consent.events.v1')
        or exists (select from decision_head h where h.in_doubt and h.alias in (select id from alias))
        or exists (select from parked_key p
                where p.topic = 'consent.events.v1' and p.key in (select id::text from alias))
$$;

-- Whether whoever a message is about denies an organisation access to it. Runs as the owner: the organisation itself must
-- not find out by looking.
create function withheld(message uuid, organization text) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select exists (
        select from restriction r
        where r.kind = 'ORGANIZATION' and r.target = withheld.organization and r.alias in (
            select m.subject from message m where m.id = withheld.message
            union
            select aliases_of_same_person(m.subject) from message m where m.id = withheld.message))
$$;

-- A copy that is withheld is not there, for the organisation it was meant for; its sender sees it as before.
create policy not_withheld on delivery as restrictive for select to mailbox_request
    using (organization is distinct from (select caller_organization()) or sender = (select caller_organization())
        or not withheld(message_id, organization));
