-- A delivery is told about once when it is published, and once more when a week has passed and it is still unread.
alter table notification
    drop constraint notification_reason_check,
    drop constraint notification_state_check,
    drop constraint ended_when_ended,
    add constraint notification_reason_check
        check (reason in ('LETTER_PUBLISHED', 'LETTER_UNREAD', 'CONSENT_AWAITED')),
    add constraint notification_state_check
        check (state in ('WAITING', 'ORDERED', 'HANDED_OVER', 'FAILED', 'NOT_NEEDED')),
    add constraint ended_when_ended check ((state in ('HANDED_OVER', 'FAILED', 'NOT_NEEDED')) = (ended_at is not null));
