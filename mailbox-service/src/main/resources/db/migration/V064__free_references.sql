-- A reference is one letter's for 13 months; then its sender may use it again, and the older letter keeps it for searches.
alter table message add column reference_freed_at timestamptz;
alter table message drop constraint message_sender_reference_key;
alter table message add constraint message_reference unique nulls not distinct (sender, reference, reference_freed_at);
grant update (reference_freed_at) on message to mailbox_request;
