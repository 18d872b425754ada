-- People are told that the terms, or another document they rely on, change: addressed by alias, and old news after a while.
alter table account_notice add column alias uuid,
    add column give_up_at timestamptz,
    alter column occasion drop not null,
    add constraint account_notice_of_one_kind check ((occasion is null) = (alias is not null)),
    add constraint account_notice_of_change_ends check ((alias is null) = (give_up_at is null));

-- Thousands of these do not stand before somebody's code.
drop index account_notice_due;
create index account_notice_due on account_notice (due_at) where due_at is not null and alias is null;
create index account_notice_of_change_due on account_notice (due_at) where due_at is not null and alias is not null;
