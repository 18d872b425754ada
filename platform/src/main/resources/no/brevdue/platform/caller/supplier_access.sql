-- Template: a service that admits suppliers' systems copies this into a migration of its own.
-- What each supplier may do in the name of an organisation; without scopes, nothing any more. The latest version stays.
create table supplier_access (
    organization text   not null,
    supplier     text   not null,
    version      bigint not null,
    scopes       text[] not null,
    primary key (organization, supplier),
    constraint not_itself check (organization <> supplier)
);
