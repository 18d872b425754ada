package no.brevdue.mailbox.routing;

import no.brevdue.mailbox.recipient.Standing;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What routing looks at.
 *
 * @param standing what is known of the person; null for an organisation, which is always reachable here
 * @param acceptedAt when the letter was accepted
 * @param notBefore earliest time of publication the sender asked for
 * @param readBefore when the letter falls back if nobody has opened it
 * @param expectedBirthDate what the sender believes, to catch a mistyped number before anybody reads
 */
public record RoutingFacts(
        @Nullable Standing standing,
        ScanState scan,
        Instant acceptedAt,
        @Nullable Instant notBefore,
        Instant readBefore,
        @Nullable LocalDate expectedBirthDate) {}
