-- What the population register said of somebody last: how far it had come itself, and when that was. Requests do not see it.
alter table person add column population_sequence bigint not null default 0;
alter table person add column population_as_of timestamptz not null default '-infinity';
create index person_population_as_of on person (population_as_of);

-- How far the register's event feed has been read: the sequence number that comes next.
create table feed_pointer (
    feed    text        primary key,
    next    bigint      not null,
    read_at timestamptz not null
);

-- Sequence numbers the feed has left out. They are looked for until they come; if they do not, everybody is asked about again.
create table feed_gap (
    first         bigint      primary key,
    last          bigint      not null check (last >= first),
    found_at      timestamptz not null,
    look_again_at timestamptz,
    outcome       text        check (outcome in ('FILLED', 'EVERYBODY_ASKED')),
    constraint never_without_an_end check ((outcome is null) = (look_again_at is not null))
);
create index feed_gap_open on feed_gap (look_again_at) where outcome is null;

-- People about whom the register must be asked again. "asked" grows with every reason to ask, so that an answer from before
-- the last reason settles nothing.
create table population_question (
    person_id       uuid        primary key references person,
    asked           bigint      not null default 1,
    -- of the latest event about the person; 0 if nothing is known to have happened
    sequence        bigint      not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp()
);
create index population_question_due on population_question (next_attempt_at);
