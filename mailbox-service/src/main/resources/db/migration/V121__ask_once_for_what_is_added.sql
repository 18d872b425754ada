-- What a request adds to a letter is checked by one question each. Before, the check of every row started the plan of all that
-- lets somebody see the letter, with its dozen of conditions, which cost more than the row.
create function sends(message uuid) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select exists (select from message m where m.id = sends.message and m.sender = caller_organization())
$$;

create function sends_delivery(delivery uuid) returns boolean
    language sql stable security definer set search_path = mailbox, pg_temp as
$$
    select exists (select from delivery d where d.id = sends_delivery.delivery and d.sender = caller_organization())
$$;

-- Asked as the caller: the policies of deliveries answer.
create function sees_delivery(delivery uuid) returns boolean language sql stable as
$$
    select exists (select from mailbox.delivery d where d.id = sees_delivery.delivery)
$$;

drop policy visible on message_part;
create policy visible on message_part for select to mailbox_request
    using (exists (select from message m where m.id = message_part.message_id));
create policy sending on message_part for insert to mailbox_request with check (sends(message_id));

drop policy visible on message_key;
create policy visible on message_key for select to mailbox_request
    using (exists (select from message m where m.id = message_key.message_id));
create policy sending on message_key for insert to mailbox_request with check (sends(message_id));

drop policy visible on evidence;
create policy visible on evidence for select to mailbox_request
    using (exists (select from delivery d where d.id = evidence.delivery_id));
create policy adding on evidence for insert to mailbox_request
    with check (sends_delivery(delivery_id) or sees_delivery(delivery_id));
