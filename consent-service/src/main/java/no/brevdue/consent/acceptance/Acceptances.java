package no.brevdue.consent.acceptance;

import no.brevdue.consent.person.Subject;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** Who accepted what last, for the features that tell it on. */
@ApplicationScoped
public class Acceptances {

    private final AcceptanceRepository acceptances;

    Acceptances(AcceptanceRepository acceptances) {
        this.acceptances = acceptances;
    }

    /** Which versions of the terms of use the person has accepted. */
    public List<Long> versions(Transaction tx, Subject subject) {
        return acceptances.of(tx, subject.aliases()).stream()
                .map(Acceptance::termsVersion)
                .toList();
    }

    public Map<UUID, Acceptance> latest(Transaction tx, Collection<UUID> aliases) {
        return acceptances.latest(tx, aliases).stream()
                .collect(Collectors.toMap(Acceptance::alias, Function.identity()));
    }
}
