-- Letters that a person keeps in their archive rather than in the inbox. Nobody else has a way in, representatives included.
create table archived_letter (
    delivery_id uuid        primary key references delivery,
    alias       uuid        not null,
    archived_at timestamptz not null
);
alter table archived_letter enable row level security;
alter table archived_letter force row level security;
create policy worker on archived_letter to mailbox_worker using (true);
create policy own on archived_letter for select to mailbox_request
    using (alias = any ((select caller_own_aliases())::uuid[]));
create policy taking_out on archived_letter for delete to mailbox_request
    using (alias = any ((select caller_own_aliases())::uuid[]));
create policy filing on archived_letter for insert to mailbox_request
    with check (alias = any ((select caller_own_aliases())::uuid[])
        and exists (
            select from delivery d
            where d.id = archived_letter.delivery_id and d.alias = archived_letter.alias and d.opened_at is not null)
        and agreed(alias, 'platform', 'archive', today()));
grant select, insert, delete on archived_letter to mailbox_request;
