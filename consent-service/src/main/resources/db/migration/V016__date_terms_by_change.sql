-- What a version changes decides whether it must be accepted: nothing but words; something that matters; or rights that
-- people have, which takes their explicit consent, and until then the version they accepted applies to them.
alter table terms_version add column change text not null default 'MATERIAL'
    check (change in ('EDITORIAL', 'MATERIAL', 'REDUCING'));

-- How whoever accepted had logged in, and for whom they acted.
alter table acceptance add column auth_time timestamptz;
alter table acceptance add column represented uuid;
