-- Who has read a copy, each once. The proof ladder says in which role alone; what a controller must tell the authority about a
-- letter that reached the wrong readers is how many they were.
create table letter_reader (
    delivery_id uuid        not null references delivery,
    reader      uuid        not null,
    role        text        not null check (role in ('PERSON', 'REPRESENTATIVE')),
    at          timestamptz not null,
    primary key (delivery_id, reader)
);
alter table letter_reader enable row level security;
alter table letter_reader force row level security;
create policy worker on letter_reader to mailbox_worker using (true);
create policy reading on letter_reader for insert to mailbox_request
    with check (reader = any ((select caller_aliases())::uuid[])
        and exists (select from delivery d where d.id = letter_reader.delivery_id));
create policy sender on letter_reader for select to mailbox_request
    using (exists (
        select from delivery d where d.id = letter_reader.delivery_id and d.sender = (select caller_organization())));
grant select, insert on letter_reader to mailbox_request;

-- Once for each reader; the systems of a copy recipient are one.
alter table attachment_download add column reader uuid;
alter table attachment_download drop constraint attachment_download_pkey;
alter table attachment_download add constraint downloaded_once unique nulls not distinct (delivery_id, attachment_id, reader);
