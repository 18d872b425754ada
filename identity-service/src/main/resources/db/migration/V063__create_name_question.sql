-- Names that senders believe in, until they have been held against the register's, and what came of it. The sealed name is gone as soon
-- as the question is answered; the answers are kept as long as a question may come again, and are what a sender's budget is counted by.
create table name_question (
    question_id     uuid        primary key,
    alias           uuid        not null,
    sender          text        not null,
    sealed          bytea,
    asked_at        timestamptz not null,
    next_attempt_at timestamptz default clock_timestamp(),
    outcome         text        check (outcome in ('MATCHES', 'DIFFERS', 'NOT_COMPARED')),
    answered_at     timestamptz,
    check ((outcome is null) = (sealed is not null)),
    check ((outcome is null) = (answered_at is null)),
    -- Nothing waits for ever: what has no answer has a time at which somebody looks again.
    constraint never_without_attempt check ((outcome is null) = (next_attempt_at is not null))
);
create index name_question_due on name_question (next_attempt_at) where outcome is null;
create index name_question_waiting on name_question (alias) where outcome is null;
create index name_question_wrong on name_question (sender, answered_at) where outcome = 'DIFFERS';
create index name_question_oldest on name_question (answered_at) where outcome is not null;
