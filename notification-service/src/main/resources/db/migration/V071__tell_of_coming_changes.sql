-- People are told, weeks ahead, that a birthday or the end of a power of attorney changes who reads.
alter table account_notice drop constraint account_notice_occasion_check,
    add constraint account_notice_occasion_check
        check (occasion in ('VERIFICATION_CODE', 'CONTACT_CHANGED', 'READERS_CHANGE'));
