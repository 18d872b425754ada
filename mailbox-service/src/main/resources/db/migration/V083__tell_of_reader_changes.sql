-- Which senders were told of which days that change who reads, so that nobody is told twice.
create table reader_change_told (
    person_id  uuid not null references recipient,
    changes_on date not null,
    sender     text not null,
    primary key (person_id, changes_on, sender)
);

create index recipient_reads_own_from on recipient (reads_own_from);
create index representation_until on representation (until_date) where extent = 'ALL';
