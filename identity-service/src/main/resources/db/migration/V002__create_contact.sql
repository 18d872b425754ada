-- What the contact register knows of a person. Addresses are encrypted; a channel is usable while it was confirmed lately.
create table contact (
    person_id           uuid        primary key references person,
    email               bytea,
    email_confirmed_at  timestamptz,
    mobile              bytea,
    mobile_confirmed_at timestamptz,
    as_of               timestamptz not null
);

grant select on contact to identity_request;

alter table contact enable row level security;
alter table contact force row level security;
create policy background on contact to identity_worker using (true);
create policy own on contact for select to identity_request
    using (person_id in (select person_id from person_alias));
