-- When the reader of a letter that lies unread is told once more; null before it is published, once told, and if it comes too late.
alter table delivery add column second_notice_at timestamptz;
grant update (second_notice_at) on delivery to mailbox_request;
