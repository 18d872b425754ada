-- What a version changes: words alone ask nobody again, and one that takes rights away binds only those who accept it.
alter table terms add column change text not null default 'MATERIAL'
    check (change in ('EDITORIAL', 'MATERIAL', 'REDUCING'));
