-- Whose death the population register reports, by the person's own latest fact.
create table person_death (
    person_id uuid    primary key,
    version   bigint  not null,
    deceased  boolean not null
);
