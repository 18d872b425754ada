package no.brevdue.identity.contact;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;

/**
 * An e-mail address or a mobile number, as the person gave it to the contact register.
 *
 * @param confirmedAt when it was last updated or verified, whichever is later; null if the register does not say
 */
public record Channel(String address, @Nullable Instant confirmedAt) {

    /** eForvaltningsforskriften section 32: contact data may be used for 18 months. */
    private static final int USABLE_MONTHS = 18;

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    boolean usableAt(Instant now) {
        return confirmedAt != null
                && confirmedAt
                        .atZone(NORWAY)
                        .plusMonths(USABLE_MONTHS)
                        .toInstant()
                        .isAfter(now);
    }

    /** Enough for its owner to recognise it: {@code k***@example.no}, {@code *****67}. */
    String masked() {
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
