-- Run once per service by a superuser, in the service's database, before the service starts.
-- The owner migrates the schema; requests and background work log in as roles that own nothing and see no other schema.
create role {service}_owner login noinherit password '{owner_password}';
create role {service}_request login noinherit password '{request_password}';
create role {service}_worker login noinherit password '{worker_password}';

revoke create on schema public from public;
create schema {service} authorization {service}_owner;
grant usage on schema {service} to {service}_request, {service}_worker;

-- Background work may touch every row of its own service. Requests get nothing here: each migration grants what they need.
alter default privileges for role {service}_owner in schema {service}
    grant select, insert, update, delete on tables to {service}_worker;
alter default privileges for role {service}_owner in schema {service}
    grant usage on sequences to {service}_worker;

alter role {service}_owner set search_path = {service};
alter role {service}_request set search_path = {service};
alter role {service}_worker set search_path = {service};

-- An open transaction keeps vacuum from cleaning the outbox; no request may hold one for long.
alter role {service}_request set idle_in_transaction_session_timeout = '10s';
alter role {service}_request set statement_timeout = '10s';
alter role {service}_worker set idle_in_transaction_session_timeout = '30s';
