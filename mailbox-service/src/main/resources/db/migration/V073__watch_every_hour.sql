-- Up to where silences were looked for: no hour is left out because nobody was there when it ended.
create table silence_watch (
    only_one     boolean     primary key default true check (only_one),
    looked_until timestamptz not null
);
-- Whoever dies between noticing and telling leaves it to the next one to tell.
alter table silence add column told_at timestamptz;
create index silence_untold on silence (noticed_at) where told_at is null;
-- Otherwise the youngest letters, which are looked for most, are in no range of the index until the next vacuum.
alter index message_age set (autosummarize = on);
