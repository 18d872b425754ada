-- When an endpoint was pinged last, in real time: nobody is flooded through us.
alter table webhook_endpoint add column pinged_at timestamptz not null default '-infinity';
grant update (pinged_at) on webhook_endpoint to mailbox_request;
