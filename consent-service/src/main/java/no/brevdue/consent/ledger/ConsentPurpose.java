package no.brevdue.consent.ledger;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may be asked for. Each is asked for alone, and the first time it is needed. */
public enum ConsentPurpose {
    /** Letters and dialogue from one controller whose legal basis is consent. */
    LETTERS(Scope.CONTROLLER, Period.ofYears(5), "contact data, letters, openings"),
    /** Writing to one's doctor. */
    CONTACT(Scope.CONTROLLER, Period.ofYears(2), "messages, contact data"),
    /** The personal health archive. */
    ARCHIVE(Scope.PLATFORM, Period.ofYears(5), "letters, notes"),
    /** News about the service. */
    NEWSLETTER(Scope.PLATFORM, Period.ofYears(2), "e-mail address");

    /** Whose purpose it is. */
    enum Scope {
        CONTROLLER,
        PLATFORM
    }

    /** Stands for an organisation number where the platform itself is the controller. */
    public static final String PLATFORM = "platform";

    private final Scope scope;
    private final Period validity;
    private final String categories;

    ConsentPurpose(Scope scope, Period validity, String categories) {
        this.scope = scope;
        this.validity = validity;
        this.categories = categories;
    }

    public static Optional<ConsentPurpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The document that tells what one consents to. */
    public String notice() {
        return "consent-" + code();
    }

    boolean ofPlatform() {
        return scope == Scope.PLATFORM;
    }

    /** Counted in days of the calendar, in Oslo. */
    Instant until(Instant now) {
        return now.atZone(ZoneId.of("Europe/Oslo")).plus(validity).toInstant();
    }

    String categories() {
        return categories;
    }
}
