-- Versions that change something that matters, until everybody who relies on the document has been told: how far the telling got.
create table change_round (
    terms_id   text   not null,
    version    bigint not null,
    last_alias uuid   not null default '00000000-0000-0000-0000-000000000000',
    primary key (terms_id, version),
    foreign key (terms_id, version) references terms_version
);

-- In whose order the holders of a consent are told.
create index consent_holder on consent (purpose, alias) where state = 'GRANTED';
