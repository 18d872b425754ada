-- Somebody with a national identity number, and what the other services are told of them.
create table person (
    id                uuid        primary key,
    version           bigint      not null check (version > 0),
    number            bytea       not null,
    birth_date        date        not null,
    deceased          boolean     not null,
    address_protected boolean     not null,
    digital_opt_out   boolean     not null,
    email_usable      boolean     not null,
    sms_usable        boolean     not null,
    language          text        not null check (language in ('NB', 'NN', 'EN', 'SE')),
    registered_at     timestamptz not null
);

create table person_alias (
    alias     uuid primary key,
    person_id uuid not null references person
);
create index person_alias_person on person_alias (person_id);

-- A request sees the person who is logged in, and never the number.
grant select (id, version, birth_date, deceased, address_protected, digital_opt_out, email_usable, sms_usable, language)
    on person to identity_request;
grant select on person_alias to identity_request;

alter table person_alias enable row level security;
alter table person_alias force row level security;
create policy background on person_alias to identity_worker using (true);
create policy own on person_alias for select to identity_request
    using (alias = nullif(current_setting('brevdue.citizen', true), '')::uuid);

alter table person enable row level security;
alter table person force row level security;
create policy background on person to identity_worker using (true);
create policy own on person for select to identity_request
    using (id in (select person_id from person_alias));
