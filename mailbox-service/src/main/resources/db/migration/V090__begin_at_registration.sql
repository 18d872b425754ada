-- What an organisation's feed had come to when it registered a supplier: whoever starts to follow reads no history before it.
alter table supplier_registration add column since_serial bigint not null default 0;
