-- A refusal must be told again word for word.
alter table registration add column refusal text;
alter table registration add constraint refused_for_a_reason check (state <> 'REFUSED' or refusal is not null);
