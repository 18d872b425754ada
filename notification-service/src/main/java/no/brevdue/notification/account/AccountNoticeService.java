package no.brevdue.notification.account;

import no.brevdue.platform.database.Database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** The transactions of notices about the account: what is taken in hand, and what came of it. */
@ApplicationScoped
class AccountNoticeService {

    /** Somebody sits and waits for a code: the pauses stay short, and identity-service ends it after fifteen minutes. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final int MOST_DOUBLINGS = 5;
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final Database database;
    private final AccountNoticeRepository notices;
    private final Clock clock;

    AccountNoticeService(Database database, AccountNoticeRepository notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whoever dies with a notice in hand loses it to another replica when the claim runs out. */
    Optional<AccountNotice> claim() {
        return database.asWorker(tx -> notices.claim(tx, clock.instant(), CLAIM));
    }

    boolean isOver(AccountNotice notice) {
        return notice.isOver(clock.instant());
    }

    void settle(AccountNotice notice, Result result) {
        Instant now = clock.instant();
        database.asWorkerDo(tx -> {
            if (result == Result.NOT_NOW) {
                int doublings = Math.min(notice.setbacks(), MOST_DOUBLINGS);
                notices.postpone(tx, notice.id(), now.plus(FIRST_PAUSE.multipliedBy(1L << doublings)));
            } else {
                notices.end(tx, notice.id(), result, now);
            }
        });
    }
}
