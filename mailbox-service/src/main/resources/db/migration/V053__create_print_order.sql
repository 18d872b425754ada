-- A letter on its way to paper. The printer knows it by "id", so that a repeated hand-over prints once.
alter table delivery drop constraint delivery_policy_check;
alter table delivery add constraint delivery_policy_check check (policy in ('TELL_ME', 'PAPER', 'PRINT'));
create table print_order (
    delivery_id uuid        primary key references delivery,
    id          uuid        not null unique,
    state       text        not null check (state in
                    ('WAITING', 'LEAVING', 'ACCEPTED', 'DISPATCHED', 'RETURNED', 'DONE', 'REFUSED', 'NOT_NEEDED')),
    setbacks    integer     not null default 0,
    created_at  timestamptz not null,
    dispatched_at timestamptz,
    due_at      timestamptz,
    -- Nothing waits for ever: what is on its way has a time at which somebody looks again.
    constraint on_its_way_is_due check ((state in ('WAITING', 'LEAVING', 'ACCEPTED', 'DISPATCHED')) = (due_at is not null))
);
create index print_order_due on print_order (due_at) where due_at is not null;
alter table print_order enable row level security;
alter table print_order force row level security;
create policy worker on print_order to mailbox_worker using (true);
create policy ordering on print_order for insert to mailbox_request
    with check (exists (select from delivery d where d.id = print_order.delivery_id));
grant insert on print_order to mailbox_request;
