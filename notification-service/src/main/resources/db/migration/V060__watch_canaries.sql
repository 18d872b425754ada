-- Letters of the platform's own organisation on their way, and when the last one arrived by each route.
create table canary (
    delivery_id uuid        primary key,
    route       text        not null check (route in ('PERSON', 'COPY')),
    accepted_at timestamptz not null
);

create table canary_route (
    route   text        primary key check (route in ('PERSON', 'COPY')),
    seen_at timestamptz not null
);
