-- What people say themselves of how they can be reached. It goes before what the contact register says, once it is verified.
-- Addresses are encrypted.
create table own_contact_point (
    person_id   uuid        not null references person,
    medium      text        not null check (medium in ('EMAIL', 'MOBILE')),
    address     bytea       not null,
    -- Nothing is sent to an address that nobody has verified.
    verified_at timestamptz,
    set_at      timestamptz not null,
    primary key (person_id, medium)
);

create table chosen_language (
    person_id uuid primary key references person,
    language  text not null check (language in ('NB', 'NN', 'EN', 'SE'))
);

-- Something to be told to an address just in time, and for a code also what awaits its return. Address and code are encrypted
-- and gone as soon as they are not needed; the row stays for a day, to count how many codes somebody asked for.
create table contact_notice (
    id           uuid        primary key,
    person_id    uuid        not null references person,
    alias        uuid        not null,
    occasion     text        not null check (occasion in ('VERIFICATION_CODE', 'CONTACT_CHANGED')),
    address      bytea,
    code         bytea,
    attempts     integer     not null default 0,
    requested_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    constraint nothing_kept_after_the_end check ((ended_at is null) = (address is not null)),
    constraint only_codes_have_a_code
        check ((code is not null) = (occasion = 'VERIFICATION_CODE' and ended_at is null))
);
create unique index contact_notice_one_code on contact_notice (person_id)
    where occasion = 'VERIFICATION_CODE' and ended_at is null;
create index contact_notice_asked on contact_notice (person_id, requested_at);
create index contact_notice_open on contact_notice (expires_at) where ended_at is null;
create index contact_notice_old on contact_notice (requested_at);

-- Whoever has hidden themselves. Removing the row undoes it.
create table deactivation (
    person_id uuid        primary key references person,
    since     timestamptz not null
);

grant select on own_contact_point, chosen_language, deactivation to identity_request;
-- All but the code: it is known to whoever reads the mail.
grant select (id, person_id, occasion, address, expires_at, ended_at) on contact_notice to identity_request;

alter table own_contact_point enable row level security;
alter table own_contact_point force row level security;
create policy background on own_contact_point to identity_worker using (true);
create policy own on own_contact_point for select to identity_request
    using (person_id in (select person_id from person_alias));

alter table chosen_language enable row level security;
alter table chosen_language force row level security;
create policy background on chosen_language to identity_worker using (true);
create policy own on chosen_language for select to identity_request
    using (person_id in (select person_id from person_alias));

alter table contact_notice enable row level security;
alter table contact_notice force row level security;
create policy background on contact_notice to identity_worker using (true);
create policy own on contact_notice for select to identity_request
    using (person_id in (select person_id from person_alias));

alter table deactivation enable row level security;
alter table deactivation force row level security;
create policy background on deactivation to identity_worker using (true);
create policy own on deactivation for select to identity_request
    using (person_id in (select person_id from person_alias));
