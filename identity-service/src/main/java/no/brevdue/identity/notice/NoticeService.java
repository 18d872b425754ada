package no.brevdue.identity.notice;

import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.NoticeOccasion;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for notices, and takes codes back. Whoever calls holds the lock of the person, so that attempts are counted one by one. */
@ApplicationScoped
public class NoticeService {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_CODES_AN_HOUR = 5;
    private static final Duration CODE_LASTS = Duration.ofMinutes(15);
    /** The old address is told at once; if the mail server is away for longer than this, nobody is told any more. */
    private static final Duration NOTICE_LASTS = Duration.ofDays(1);

    private final NoticeRepository notices;
    private final ServiceKey serviceKey;
    private final Outbox outbox;
    private final Clock clock;

    NoticeService(NoticeRepository notices, ServiceKey serviceKey, Outbox outbox, Clock clock) {
        this.notices = notices;
        this.serviceKey = serviceKey;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends a code to an address; one that was awaited before is worth nothing from now on. */
    public void sendCode(Transaction tx, UUID person, UUID alias, String address) {
        Instant now = clock.instant();
        if (notices.codesSince(tx, person, now.minus(Duration.ofHours(1))) >= MOST_CODES_AN_HOUR) {
            throw NoticeProblem.TOO_MANY_CODES
                    .because("Five codes were sent within an hour.")
                    .retryAfter(Duration.ofHours(1));
        }
        notices.endCodes(tx, person, now);
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        request(tx, person, alias, NoticeOccasion.VERIFICATION_CODE, address, code, CODE_LASTS);
    }

    /** Sends another code to the address that awaits one. */
    public void sendAnotherCode(Transaction tx, UUID person, UUID alias) {
        NoticeRow awaited = notices.awaited(tx, person, clock.instant())
                .orElseThrow(() -> NoticeProblem.NO_CODE_AWAITED.because("No address awaits a code."));
        sendCode(tx, person, alias, address(awaited.id(), awaited.address()));
    }

    /** Five wrong codes are an end to it. The caller commits whatever comes of it: a wrong code must count. */
    public CodeCheck check(Transaction tx, UUID person, String code) {
        Optional<NoticeRow> awaited = notices.awaited(tx, person, clock.instant());
        if (awaited.isEmpty()) {
            return new CodeCheck.Refused(NoticeProblem.NO_CODE_AWAITED.because("No code is awaited."));
        }
        NoticeRow notice = awaited.get();
        if (MessageDigest.isEqual(bytes(code), bytes(code(notice)))) {
            notices.end(tx, notice.id(), clock.instant());
            return new CodeCheck.Right(address(notice.id(), notice.address()));
        }
        notices.countAttempt(tx, notice.id());
        if (notice.attempts() + 1 >= MOST_ATTEMPTS) {
            notices.end(tx, notice.id(), clock.instant());
        }
        return new CodeCheck.Refused(NoticeProblem.WRONG_CODE.because("That is not the code that was sent."));
    }

    /** Forgets an address that awaits a code. */
    public void cancel(Transaction tx, UUID person) {
        notices.endCodes(tx, person, clock.instant());
    }

    public Optional<PendingEmail> pending(Transaction tx, UUID person) {
        return notices.pending(tx, person, clock.instant())
                .map(row -> new PendingEmail(address(row.id(), row.address()), row.expiresAt()));
    }

    /** Tells the address that was in use until now. */
    public void tellOfChange(Transaction tx, UUID person, UUID alias, String oldAddress) {
        request(tx, person, alias, NoticeOccasion.CONTACT_CHANGED, oldAddress, null, NOTICE_LASTS);
    }

    /** Tells somebody that soon others may read than before. */
    public void tellOfReaders(Transaction tx, UUID person, UUID alias, String address) {
        request(tx, person, alias, NoticeOccasion.READERS_CHANGE, address, null, NOTICE_LASTS);
    }

    private void request(
            Transaction tx,
            UUID person,
            UUID alias,
            NoticeOccasion occasion,
            String address,
            @Nullable String code,
            Duration lasts) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        notices.add(
                tx,
                new NoticeRow(
                        id,
                        person,
                        alias,
                        occasion,
                        serviceKey.encrypt(bytes(address), addressOf(id)),
                        code == null ? null : serviceKey.encrypt(bytes(code), codeOf(id)),
                        0,
                        now,
                        now.plus(lasts)));
        outbox.publish(tx, new ContactNoticeRequested(id, 1, occasion));
    }

    String address(UUID id, byte[] encrypted) {
        return new String(serviceKey.decrypt(encrypted, addressOf(id)), StandardCharsets.UTF_8);
    }

    String code(NoticeRow notice) {
        if (notice.code() == null) {
            throw new IllegalStateException("A notice of this occasion has no code");
        }
        return new String(serviceKey.decrypt(notice.code(), codeOf(notice.id())), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] addressOf(UUID id) {
        return AssociatedData.of("notice.address", id);
    }

    private static byte[] codeOf(UUID id) {
        return AssociatedData.of("notice.code", id);
    }
}
