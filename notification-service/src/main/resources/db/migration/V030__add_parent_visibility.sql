-- Who may read a letter to somebody between 12 and 16, and so who is told of it, depends on what its sender has marked.
alter table notification add column parent_visibility text not null default 'HIDDEN'
    check (parent_visibility in ('HIDDEN', 'VISIBLE'));
