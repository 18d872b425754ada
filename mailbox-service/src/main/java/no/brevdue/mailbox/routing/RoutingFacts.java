package no.brevdue.mailbox.routing;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.mailbox.recipient.ConsentStanding;
import no.brevdue.mailbox.recipient.Standing;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What routing looks at.
 *
 * @param toOrganization a copy: the organisation is always reachable here, but gets nothing about a person who may be wrong
 * @param standing what is known of the person the letter is about
 * @param consent whether the sender may write to that person
 * @param activeHere has begun to use the mailbox; asked of reserved people only
 * @param important a decision or another letter that the law wants delivered with certainty
 * @param representatives what is known of those who may act for that person, by the alias their right names
 * @param parentVisibility whether parents of somebody between 12 and 16 see it
 * @param acceptedAt when the letter was accepted
 * @param notBefore earliest time of publication the sender asked for
 * @param readBefore when the letter falls back if nobody has opened it
 * @param expectedBirthDate what the sender believes, to catch a mistyped number before anybody reads
 * @param nameCheck the same of the name, which only identity-service can say
 */
public record RoutingFacts(
        boolean toOrganization,
        Standing standing,
        ConsentStanding consent,
        boolean activeHere,
        boolean important,
        Map<UUID, Standing> representatives,
        ParentVisibility parentVisibility,
        ScanState scan,
        Instant acceptedAt,
        @Nullable Instant notBefore,
        Instant readBefore,
        @Nullable LocalDate expectedBirthDate,
        NameCheck nameCheck) {

    public RoutingFacts {
        representatives = Map.copyOf(representatives);
    }

    /** The same about the person's own letter, where this is a copy. */
    public RoutingFacts ofPerson() {
        return new RoutingFacts(
                false,
                standing,
                consent,
                activeHere,
                important,
                representatives,
                parentVisibility,
                scan,
                acceptedAt,
                notBefore,
                readBefore,
                expectedBirthDate,
                nameCheck);
    }
}
