-- Who has consented to the newsletter, as consent-service has told it.
create table newsletter_subscriber (
    alias      uuid        primary key,
    consent_id uuid        not null,
    expires_at timestamptz not null
);

create table newsletter (
    newsletter_id uuid        primary key,
    text          jsonb       not null,
    written_at    timestamptz not null
);

-- A mail about the newsletter: the code that confirms it, or one newsletter to one subscriber.
create table newsletter_mail (
    mail_id       uuid        primary key,
    alias         uuid        not null,
    code          text,
    newsletter_id uuid        references newsletter,
    setbacks      integer     not null default 0,
    due_at        timestamptz,
    give_up_at    timestamptz not null,
    -- Real time by the database's clock: while it lasts, one replica has the mail in hand.
    claimed_until timestamptz not null default '-infinity',
    ended_at      timestamptz,
    result        text        check (result in ('HANDED_OVER', 'OVER', 'REFUSED')),
    constraint newsletter_mail_is_one check ((code is null) <> (newsletter_id is null)),
    constraint newsletter_mail_due_until_ended
        check ((due_at is null) = (ended_at is not null) and (ended_at is null) = (result is null)),
    unique (newsletter_id, alias)
);
create index newsletter_mail_due on newsletter_mail (due_at) where due_at is not null;
