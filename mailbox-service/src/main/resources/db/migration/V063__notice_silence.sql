-- Clinics that sent nothing in an hour in which they always do: nobody complains about letters that were never handed over.
create table silence (
    organization text        not null,
    hour         timestamptz not null,
    usual        integer     not null,
    noticed_at   timestamptz not null,
    primary key (organization, hour)
);
-- Letters are stored in the order of their times, so that this costs next to nothing.
create index message_age on message using brin (accepted_at);
