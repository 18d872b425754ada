-- What is numbered on its own is a stream: an organisation's number for the letters it sends, and with "copies:" before it for
-- the copies it gets. Whoever reads the one by the number finds nothing of the other.
alter table feed_entry rename column organization to stream;
alter table feed_head rename column organization to stream;

create function copies_of(organization text) returns text language sql immutable as
$$
    select 'copies:' || organization
$$;

-- A receiver hears who has sent the copy, and nothing by which the sender calls it.
alter table feed_entry
    alter column reference drop not null,
    add column sender text,
    add constraint told_as_sender_or_receiver check (
        case when starts_with(stream, 'copies:') then reference is null and sender is not null
            else reference is not null and sender is null end);

-- Requests tell senders at once. What receivers may hear is decided after the commit, by a job.
alter policy own on feed_entry with check (not starts_with(stream, 'copies:'));
create policy received on feed_entry for select to mailbox_request
    using (stream = (select copies_of(caller_organization())));
create policy received on feed_head for select to mailbox_request
    using (stream = (select copies_of(caller_organization())));

-- What becomes of copies, until the organisation may hear of it: not while the person denies it access, nor while it is not
-- known whether they do.
create table copy_news (
    id          bigint      generated always as identity primary key,
    delivery_id uuid        not null references delivery,
    -- Whose decision it waits for.
    subject     uuid        not null,
    step        text        not null check (step in ('ARRIVED', 'ACKNOWLEDGED', 'WITHDRAWN')),
    detail      text,
    -- Nothing waits for ever: somebody looks again.
    look_at     timestamptz not null
);
create index copy_news_due on copy_news (look_at);
create index copy_news_of_delivery on copy_news (delivery_id);
create index copy_news_about on copy_news (subject);

-- What has arrived before there was anything to hear it by, and still awaits its acknowledgement; due from now on, since
-- nobody is late. Of what was acknowledged before, its receiver knows: it hears of nothing but a withdrawal.
insert into copy_news (delivery_id, subject, step, look_at)
select d.id, m.subject, 'ARRIVED', now()
from delivery d join message m on m.id = d.message_id
where d.organization is not null and d.state = 'PUBLISHED'
order by d.published_at, d.id;

-- A request adds what it has done and sees nothing: that something waits would tell of the denial.
alter table copy_news enable row level security;
alter table copy_news force row level security;
create policy worker on copy_news to mailbox_worker using (true);
create policy adding on copy_news for insert to mailbox_request
    with check (sends_delivery(delivery_id) or sees_delivery(delivery_id));
grant insert (delivery_id, subject, step, detail, look_at) on copy_news to mailbox_request;
