-- When a practitioner is at work and how to get hold of them, as the organisation or they themselves have said. The phone is a direct
-- one and encrypted.
create table listing (
    practitioner_id uuid        primary key references practitioner,
    phone           bytea,
    waiting_days    integer     check (waiting_days between 0 and 999),
    changed_at      timestamptz not null
);

create table listing_hours (
    practitioner_id uuid     not null references listing,
    day             smallint not null check (day between 1 and 7),
    opens           time     not null,
    closes          time     not null check (closes > opens),
    primary key (practitioner_id, day, opens)
);

create table listing_absence (
    practitioner_id uuid not null references listing,
    first_day       date not null,
    last_day        date not null check (last_day >= first_day),
    primary key (practitioner_id, first_day)
);
