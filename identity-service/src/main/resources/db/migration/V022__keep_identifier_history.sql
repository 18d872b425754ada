-- Somebody who turned out to be somebody else. Their aliases and numbers are the other's, and go back should they be told apart.
alter table person add column merged_into uuid references person;
alter table person_alias add column merged_from uuid references person;

-- Numbers somebody had before, or had as somebody else. Encrypted. "alias" is one under which the number can be recognised.
create table former_number (
    alias       uuid        primary key,
    person_id   uuid        not null references person,
    number      bytea       not null,
    merged_from uuid        references person,
    since       timestamptz not null
);
create index former_number_person on former_number (person_id);

-- Logins of before the two were known to be one are the person's own.
grant select (merged_into) on person to identity_request;
drop policy own on person;
create policy own on person for select to identity_request
    using (id in (select person_id from person_alias) or merged_into in (select person_id from person_alias));
drop policy own on login;
create policy own on login for select to identity_request using (person_id in (select id from person));
