-- A person is told of one delivery twice at most: that it awaits their choice, and that it can be read.
alter table notification drop constraint notification_delivery_id_key;
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check check (reason in ('LETTER_PUBLISHED', 'CONSENT_AWAITED'));
alter table notification add constraint notification_once unique (delivery_id, reason);
alter table notification add column sender text;

-- Up to where this service acts on what a person has decided.
create table decision_head (
    alias   uuid     primary key,
    version bigint   not null,
    shard   smallint not null
);
create index decision_head_shard on decision_head (shard);
