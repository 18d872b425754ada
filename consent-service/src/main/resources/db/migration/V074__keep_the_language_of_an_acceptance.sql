-- In which language the terms were shown to whoever accepted them; their hash covers all of them.
alter table acceptance add column language text not null default 'nb' check (language in ('nb', 'nn', 'en'));
alter table acceptance alter column language drop default;
