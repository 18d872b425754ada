-- What makes the processing of a controller lawful. The history is kept: what was lawful then stays answerable.
create table legal_basis (
    controller text        not null,
    version    bigint      not null check (version > 0),
    purpose    text        not null,
    basis      text        not null check (basis in ('CONSENT', 'LAW', 'CONTRACT')),
    provision  text        not null,
    since      timestamptz not null,
    primary key (controller, version)
);
create index legal_basis_of_purpose on legal_basis (controller, purpose, version desc);
revoke update, delete on legal_basis from consent_worker;

-- Public: whoever is asked for a consent may see why, and from whom none is needed. A clinic declares its own.
create function caller_organization() returns text language sql stable as
$$
    select nullif(current_setting('brevdue.organization', true), '')
$$;
alter table legal_basis enable row level security;
alter table legal_basis force row level security;
create policy worker on legal_basis to consent_worker using (true);
create policy everybody on legal_basis for select to consent_request using (true);
create policy own on legal_basis for insert to consent_request
    with check (controller = (select caller_organization()));
grant select, insert on legal_basis to consent_request;
