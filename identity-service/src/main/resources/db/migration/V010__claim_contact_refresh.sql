-- Contact data is asked for again before it grows old; one replica has a person in hand at a time.
alter table contact add column claimed_until timestamptz not null default '-infinity';
create index contact_oldest on contact (as_of);
