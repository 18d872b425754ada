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
grant select on terms_version, terms_text to consent_request;
revoke update, delete on terms_version, terms_text from consent_worker;
