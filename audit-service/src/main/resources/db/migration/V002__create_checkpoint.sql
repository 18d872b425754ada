-- Every size of the tree that was ever vouched for, as the signed note that was handed out.
create table checkpoint (
    size      bigint      primary key,
    note      text        not null,
    signed_at timestamptz not null
);
revoke update, delete on checkpoint from audit_worker;

alter table checkpoint enable row level security;
alter table checkpoint force row level security;
create policy worker on checkpoint to audit_worker using (true) with check (true);
create policy everybody on checkpoint for select to audit_request using (true);
grant select on checkpoint to audit_request;
