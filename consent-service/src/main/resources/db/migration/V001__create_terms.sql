create table terms_version (
    terms_id     text        not null,
    version      bigint      not null check (version > 0),
    effective_at timestamptz not null,
    sha256       text        not null,
    primary key (terms_id, version)
);

create table terms_text (
    terms_id text   not null,
    version  bigint not null,
    language text   not null check (language in ('nb', 'nn', 'en')),
    text     text   not null,
    primary key (terms_id, version, language),
    foreign key (terms_id, version) references terms_version
);

-- Terms are public. What somebody has accepted can be read word for word for ever.
alter table terms_version enable row level security;
alter table terms_version force row level security;
alter table terms_text enable row level security;
alter table terms_text force row level security;
create policy worker on terms_version to consent_worker using (true);
create policy worker on terms_text to consent_worker using (true);
create policy everybody on terms_version for select to consent_request using (true);
create policy everybody on terms_text for select to consent_request using (true);
grant select on terms_version, terms_text to consent_request;
revoke update, delete on terms_version, terms_text from consent_worker;
