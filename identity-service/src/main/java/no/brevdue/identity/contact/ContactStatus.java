package no.brevdue.identity.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.identity.krr.Channel;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What the contact register says of how a person may be reached, for that person's own eyes on a screen that others may see.
 *
 * @param digitalOptOut reserved against digital decisions and important letters
 * @param asOf when the contact register said so
 * @param stale that is longer ago than it should be; it is asked again before anything is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactStatus(
        boolean digitalOptOut,
        @Nullable Masked email,
        @Nullable Masked mobile,
        Instant asOf,
        boolean stale) {

    /**
     * A channel without its address.
     *
     * @param usable false when it was not confirmed for 18 months
     */
    public record Masked(String address, boolean usable) {

        static @Nullable Masked of(@Nullable Channel channel, Instant now) {
            return channel == null ? null : new Masked(channel.masked(), channel.usableAt(now));
        }
    }
}
