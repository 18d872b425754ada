-- What is older than 13 months is looked for every hour.
create index batch_key_first_used on batch_key (first_used_at);
create index staged_batch_commit_before on staged_batch (commit_before);
