-- When and how people logged in, as their tokens told; once for each login. Real time.
create table login (
    person_id uuid        not null references person,
    key       text        not null,
    at        timestamptz not null,
    level     text        not null,
    issuer    text        not null,
    client    text,
    primary key (person_id, key)
);
create index login_newest on login (person_id, at desc);
create index login_oldest on login (at);

grant select, insert on login to identity_request;

alter table login enable row level security;
alter table login force row level security;
create policy background on login to identity_worker using (true);
create policy own on login for select to identity_request
    using (person_id in (select person_id from person_alias));
create policy note on login for insert to identity_request
    with check (person_id in (select person_id from person_alias));
