-- One numbering over all organisations, given with the position: whoever follows several of them needs one order.
-- Its head is the one of the organisation without a number.
alter table feed_entry add column serial bigint unique;
create policy owner on feed_entry to mailbox_owner using (true);
update feed_entry f set serial = n.serial
from (select id, row_number() over (order by id) as serial from feed_entry where position is not null) n
where f.id = n.id;
insert into feed_head (organization, position) select '', coalesce(max(serial), 0) from feed_entry;
drop policy owner on feed_entry;

create index feed_entry_of_organization on feed_entry (organization, serial) where serial is not null;
create index feed_entry_age on feed_entry (at);

-- Which suppliers an organisation lets follow its feed. Ended registrations stay, so that it can be seen who could see what.
create table supplier_registration (
    organization text        not null,
    supplier     text        not null,
    since        timestamptz not null,
    ended_at     timestamptz,
    primary key (organization, supplier, since),
    constraint not_itself check (organization <> supplier)
);
create unique index supplier_registration_current on supplier_registration (organization, supplier) where ended_at is null;
create index supplier_registration_of_supplier on supplier_registration (supplier) where ended_at is null;

alter table supplier_registration enable row level security;
alter table supplier_registration force row level security;
create policy worker on supplier_registration to mailbox_worker using (true);
create policy own on supplier_registration to mailbox_request
    using (organization = (select caller_organization()));
create policy named on supplier_registration for select to mailbox_request
    using (supplier = (select caller_organization()));
grant select, insert on supplier_registration to mailbox_request;
grant update (ended_at) on supplier_registration to mailbox_request;

-- A supplier sees what was told since it was registered.
create policy supplier on feed_entry for select to mailbox_request
    using (exists (
        select from supplier_registration r
        where r.organization = feed_entry.organization and r.supplier = (select caller_organization())
            and r.ended_at is null and r.since <= feed_entry.at));
