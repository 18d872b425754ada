-- Local copy of what people have decided about letters, and of what makes each controller's lawful: the access log says so
-- beside each act of a controller.
create table decision_head (
    alias    uuid     primary key,
    version  bigint   not null,
    in_doubt boolean  not null,
    shard    smallint not null
);
create index decision_head_shard on decision_head (shard);

create table letters_consent (
    alias      uuid        not null,
    controller text        not null,
    state      text        not null check (state in ('GRANTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    expires_at timestamptz,
    primary key (alias, controller)
);

create table letters_basis (
    controller text   primary key,
    version    bigint not null,
    basis      text   not null check (basis in ('CONSENT', 'LAW', 'CONTRACT'))
);

-- Whether what a person has decided can be believed now. Requests ask this of rows they do not see.
create function decisions_in_doubt(person uuid, heard_since timestamptz, partitions integer) returns boolean
    language sql stable security definer set search_path = audit, pg_temp as
$$
    with alias as (
        select decisions_in_doubt.person as id union select aliases_of_same_person(decisions_in_doubt.person))
    select (select count(*) filter (where heard_at >= heard_since) < partitions
            from projection_source where topic = 'consent.events.v1')
        or exists (select from decision_head h where h.in_doubt and h.alias in (select id from alias))
        or exists (select from parked_key p
                where p.topic = 'consent.events.v1' and p.key in (select id::text from alias))
$$;

alter table letters_consent enable row level security;
alter table letters_consent force row level security;
create policy worker on letters_consent to audit_worker using (true);
create policy own on letters_consent for select to audit_request
    using (alias = any ((select caller_aliases())::uuid[]));
alter table letters_basis enable row level security;
alter table letters_basis force row level security;
create policy worker on letters_basis to audit_worker using (true);
create policy everybody on letters_basis for select to audit_request using (true);
grant select on letters_consent, letters_basis to audit_request;
