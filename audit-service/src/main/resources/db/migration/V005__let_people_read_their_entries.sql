alter table entry enable row level security;
alter table entry force row level security;
create policy worker on entry to audit_worker using (true) with check (true);
create policy own_entries on entry for select to audit_request
    using (subject = any ((select caller_aliases())::uuid[]));
grant select on entry to audit_request;
