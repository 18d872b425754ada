package no.brevdue.identity.krr;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.person.Contactability;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What the contact register says of a person.
 *
 * @param digitalOptOut reserved against digital decisions and important letters (reservasjon)
 */
public record ContactData(
        boolean digitalOptOut,
        Language language,
        @Nullable Channel email,
        @Nullable Channel mobile) {

    /** Each channel goes by its own age; a reservation closes neither. */
    public Contactability at(Instant now) {
        return new Contactability(digitalOptOut, usable(email, now), usable(mobile, now), language);
    }

    private static boolean usable(@Nullable Channel channel, Instant now) {
        return channel != null && channel.usableAt(now);
    }
}
