package no.brevdue.consent.ledger;

import no.brevdue.consent.decision.Decisions;
import no.brevdue.contracts.consent.v1.ConsentState;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What holds of one purpose of one controller for a person who may be known under several aliases: a no under one of them is
 * one for the person, and a consent holds only if it holds under each that has a say. mailbox-service decides by the same rule.
 */
final class Together {

    private Together() {}

    /** Null where nothing was said. */
    static @Nullable ConsentState state(List<Consent> consents, Instant now) {
        return deciding(consents, now)
                .map(consent -> consent.state() == ConsentState.GRANTED && !consent.holds(now)
                        ? ConsentState.EXPIRED
                        : consent.state())
                .orElse(null);
    }

    /** Where a decision is written: wherever something was said before, and under the alias by which it was made. */
    static List<UUID> written(List<Consent> before, UUID alias) {
        return Stream.concat(before.stream().map(Consent::alias), Stream.of(alias))
                .distinct()
                .sorted(Decisions.ORDER)
                .toList();
    }

    /** The latest no; else what ran out last; else, where all hold, the one that ends first. */
    static Optional<Consent> deciding(List<Consent> consents, Instant now) {
        Comparator<Consent> byDecision = Comparator.comparing(Consent::decidedAt);
        return Stream.of(
                        consents.stream().filter(Consent::isNo).max(byDecision),
                        consents.stream()
                                .filter(consent -> !consent.isNo() && !consent.holds(now))
                                .max(byDecision),
                        consents.stream()
                                .filter(consent -> consent.holds(now))
                                .min(Comparator.comparing(consent -> Objects.requireNonNull(consent.expiresAt()))))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
