-- How the person shall be reached when the letter falls back. The engine reads it with the row it has locked anyway.
alter table delivery
    add column policy    text        not null default 'TELL_ME' check (policy in ('TELL_ME', 'PAPER')),
    add column important boolean     not null default false,
    add column act_by    timestamptz,
    add constraint no_copy_goes_on_paper check (policy = 'TELL_ME' or recipient_kind = 'PERSON');
create index delivery_fallback_failed on delivery (id) where fallback = 'FAILED' and ended_at is null;
