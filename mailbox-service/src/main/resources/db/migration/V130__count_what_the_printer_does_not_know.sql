-- A printer that was away has lost nothing: only its own word, several times in a row, that it does not know a letter counts towards that.
alter table print_order add column times_unknown integer not null default 0;
