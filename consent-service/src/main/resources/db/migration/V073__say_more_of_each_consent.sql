-- ISO/IEC TS 27560 asks for these, too.
alter table consent_event add column recipients text not null default '';
alter table consent_event add column processing_locations text not null default '';
alter table consent_event add column privacy_rights text not null default '';
