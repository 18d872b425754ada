-- Who reads a person's letters, as identity-service has planned it; what follows from age needs no further fact. Until it is
-- told, nobody reads. Days begin at midnight Europe/Oslo.
alter table recipient add column reads_own_from date not null default 'infinity';
alter table recipient alter column reads_own_from drop default;

create table representation (
    person_id      uuid    not null references recipient,
    position       integer not null,
    -- Alias of whoever acts; resolved when it is read, like every other.
    representative uuid    not null,
    kind           text    not null check (kind in ('PARENT', 'POWER_OF_ATTORNEY', 'GUARDIAN', 'NEXT_OF_KIN')),
    extent         text    not null check (extent in ('ALL', 'MARKED_VISIBLE')),
    scope          text    not null check (scope in ('READ', 'ACT')),
    from_date      date    not null,
    until_date     date,
    primary key (person_id, position)
);
create index representation_of_representative on representation (representative);

alter table representation enable row level security;
alter table representation force row level security;
create policy worker on representation to mailbox_worker using (true);

-- Whether parents see a letter to somebody between 12 and 16.
alter table delivery add column parent_visibility text not null default 'HIDDEN'
    check (parent_visibility in ('HIDDEN', 'VISIBLE'));
