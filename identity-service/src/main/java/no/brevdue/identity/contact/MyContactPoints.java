package no.brevdue.identity.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.krr.Channel;
import no.brevdue.identity.notice.PendingEmail;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a person has said they can be reached, masked: others may see the screen.
 *
 * @param email goes before the register's once it is verified
 * @param mobile never verified yet: there is no way to send a text message, so the register's stays in use
 * @param awaitsCode an address that a code was sent to
 * @param register what the contact register says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MyContactPoints(
        Language language,
        @Nullable OwnPoint email,
        @Nullable OwnPoint mobile,
        @Nullable Awaiting awaitsCode,
        ContactStatus register) {

    /**
     * A contact point of the person's own.
     *
     * @param verified the person has proven to read what is sent there
     * @param inUse notices go there
     */
    record OwnPoint(String address, boolean verified, boolean inUse) {

        static @Nullable OwnPoint of(@Nullable Channel channel, Instant now) {
            return channel == null
                    ? null
                    : new OwnPoint(channel.masked(), channel.confirmedAt() != null, channel.usableAt(now));
        }
    }

    /**
     * An address that is not in use yet.
     *
     * @param until when the code ends
     */
    record Awaiting(String address, Instant until) {

        static Awaiting of(PendingEmail pending) {
            return new Awaiting(new Channel(pending.address(), null).masked(), pending.expiresAt());
        }
    }
}
