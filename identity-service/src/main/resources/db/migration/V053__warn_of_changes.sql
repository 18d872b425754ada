-- When to look at what a person's plan changes soon, so that family and givers can be told; null if nothing is known to change.
-- Whoever is new, and everybody of before, is looked at once.
alter table person add column warn_on date default '-infinity';
create index person_warn_on on person (warn_on) where warn_on is not null;

-- Who was told of which change, so that nobody is told twice.
create table change_warning (
    person_id  uuid not null references person,
    changes_on date not null,
    told       uuid not null references person,
    primary key (person_id, changes_on, told)
);

alter table contact_notice drop constraint contact_notice_occasion_check,
    add constraint contact_notice_occasion_check
        check (occasion in ('VERIFICATION_CODE', 'CONTACT_CHANGED', 'READERS_CHANGE'));
