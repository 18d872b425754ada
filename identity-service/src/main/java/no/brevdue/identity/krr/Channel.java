package no.brevdue.identity.krr;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * An e-mail address or a mobile number, as the person gave it to the contact register or to us.
 *
 * @param confirmedAt when it was last updated or verified, whichever is later; null if nobody says
 */
public record Channel(String address, @Nullable Instant confirmedAt) {

    /** eForvaltningsforskriften section 32: contact data may be used for 18 months. */
    private static final int USABLE_MONTHS = 18;

    /** Clocks differ; a time further ahead was never a confirmation. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    public boolean usableAt(Instant now) {
        return confirmedAt != null
                && confirmedAt.isBefore(now.plus(AHEAD))
                && confirmedAt
                        .atZone(NORWAY)
                        .plusMonths(USABLE_MONTHS)
                        .toInstant()
                        .isAfter(now);
    }

    /** Enough for its owner to recognise it: {@code k***@example.no}, {@code *****67}. */
    public String masked() {
        int at = address.lastIndexOf('@');
        return at > 0
                ? address.substring(0, 1) + "***" + address.substring(at)
                : "*****" + address.substring(Math.max(0, address.length() - 2));
    }

    @Override
    public String toString() {
        return "Channel[***]";
    }
}
