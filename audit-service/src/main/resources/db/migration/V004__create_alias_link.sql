create table linked_person (
    person_id uuid   primary key,
    version   bigint not null
);

-- What each person claims by that person's own latest fact. Facts about two people come in no order, so for a moment
-- two of them can claim one alias.
create table alias_claim (
    alias     uuid not null,
    person_id uuid not null references linked_person,
    primary key (alias, person_id)
);
create index alias_claim_of_person on alias_claim (person_id);

-- A contested alias leads to nobody: whoever reads through this view sees too little for a moment, never too much.
create view alias_link as
select alias, person_id
from alias_claim
where not exists (
    select from alias_claim other
    where other.alias = alias_claim.alias and other.person_id <> alias_claim.person_id
);
grant select on alias_link to audit_request;
