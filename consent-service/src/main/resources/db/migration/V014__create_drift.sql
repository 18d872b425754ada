-- Partitions that a reader counts otherwise, and how far they have been told again.
create table drift (
    "partition" smallint    primary key,
    found_by    text        not null,
    found_at    timestamptz not null,
    last_alias  uuid        not null
);
