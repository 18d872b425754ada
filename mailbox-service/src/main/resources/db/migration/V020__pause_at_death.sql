-- What a delivery was doing when the register reported its recipient's death; kept until the death is annulled.
create table death_pause (
    delivery_id   uuid        primary key references delivery,
    paused_at     timestamptz not null,
    due_before    timestamptz not null,
    reason_before text
);

-- Whether the register reports the death of the citizen who makes the request.
create function caller_reported_dead() returns boolean language sql stable as
$$
    select exists (select from recipient r where r.person_id = person_of(caller_alias()) and r.deceased)
$$;

-- From the moment a death is known nobody reads in the name of the dead; an annulment gives everything back.
drop policy recipient on delivery;
create policy recipient on delivery to mailbox_request
    using (published_at is not null
        and ((alias = any ((select caller_aliases())::uuid[]) and not (select caller_reported_dead()))
            or organization = (select caller_organization())));
