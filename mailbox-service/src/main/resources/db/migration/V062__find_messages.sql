-- What a sender looks for among its own letters: by time, and by person and time. Both are read backwards from a place, a
-- page at a time.
create index message_of_sender on message (sender, accepted_at desc, id desc);
create index message_about on message (sender, subject, accepted_at desc, id desc);
