-- Letters whose sender has said what they believe the recipient is called, and what came of holding that against the register. The
-- name itself is nowhere here. The letter's delivery has the time at which somebody looks again.
create table name_check (
    message_id uuid primary key references message,
    outcome    text check (outcome in ('MATCHES', 'DIFFERS', 'NOT_COMPARED'))
);
alter table name_check enable row level security;
alter table name_check force row level security;
create policy worker on name_check to mailbox_worker using (true);
create policy sending on name_check for insert to mailbox_request with check (sends(message_id));

-- A request says that there is a question, and never what the answer is.
grant insert (message_id) on name_check to mailbox_request;
