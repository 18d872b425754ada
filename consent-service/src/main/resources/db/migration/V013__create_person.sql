-- What the age rules need to know of a person.
create table person (
    person_id  uuid    primary key,
    version    bigint  not null,
    birth_date date    not null,
    deceased   boolean not null
);
alter table person enable row level security;
alter table person force row level security;
create policy worker on person to consent_worker using (true);
create policy own on person for select to consent_request using (person_id = (select person_of(caller_alias())));
grant select on person to consent_request;
