-- Where the content of a letter comes from, as its sender says; shown to whoever reads it.
alter table message add column provenance text check (provenance in ('CLINICIAN', 'RECORD', 'PATIENT', 'SYSTEM'));
