package no.brevdue.consent.restriction;

import no.brevdue.contracts.consent.v1.DeniedKind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom one person denies access now. Nobody is denied twice at the same time; a denial is lifted by its id. */
public record Denials(List<Denial> inForce) {

    public Denials {
        inForce = List.copyOf(inForce);
    }

    /** A restriction, and the alias it was made under. */
    public record Denial(UUID restrictionId, UUID alias, DeniedKind kind, String target, Instant since) {

        Restriction shown() {
            return new Restriction(restrictionId, kind, target, since);
        }
    }

    /** What stands already about somebody; empty if they are to be denied now. */
    public Optional<Denial> about(DeniedKind kind, String target) {
        return inForce.stream()
                .filter(one -> one.kind() == kind && one.target().equals(target))
                .findFirst();
    }

    public Optional<Denial> byId(UUID id) {
        return inForce.stream().filter(one -> one.restrictionId().equals(id)).findFirst();
    }

    public Denials with(Denial denied) {
        return new Denials(Stream.concat(inForce.stream(), Stream.of(denied)).toList());
    }

    public Denials without(Denial lifted) {
        return new Denials(inForce.stream().filter(one -> !one.equals(lifted)).toList());
    }
}
