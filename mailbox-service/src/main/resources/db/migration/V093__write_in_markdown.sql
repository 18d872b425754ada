-- How the body is written; plain if nothing is said.
alter table message add column format text check (format = 'MARKDOWN');
