-- When what is to be told happened. What is told at once is not asked about; a row without it is.
alter table notification add column happened_at timestamptz;
