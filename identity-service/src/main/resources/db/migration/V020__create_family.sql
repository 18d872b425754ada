-- What the population register calls a person. Encrypted; requests may not read it, since the row of a person is shown to nobody else.
alter table person add column name bytea;

-- Who has parental responsibility for whom, as the population register says it.
create table parental_responsibility (
    child_id       uuid not null references person,
    parent_id      uuid not null references person,
    responsibility text not null check (responsibility in ('JOINT', 'MOTHER', 'FATHER', 'CO_MOTHER', 'OTHER', 'UNKNOWN')),
    primary key (child_id, parent_id)
);
create index parental_responsibility_parent on parental_responsibility (parent_id);

create table guardianship (
    ward_id     uuid not null references person,
    guardian_id uuid not null references person,
    type        text not null,
    scope       text not null check (scope in ('PERSONAL', 'FINANCIAL', 'BOTH')),
    primary key (ward_id, guardian_id, type, scope)
);
create index guardianship_guardian on guardianship (guardian_id);

-- Where somebody is registered as living: no address, but fingerprints of it, encrypted. They only tell whether two people
-- live at one place.
create table home (
    person_id    uuid  primary key references person,
    fingerprints bytea not null
);
