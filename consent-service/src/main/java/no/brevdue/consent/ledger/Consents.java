package no.brevdue.consent.ledger;

import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** What holds of consents, for the features that tell it on. */
@ApplicationScoped
public class Consents {

    private final ConsentRepository consents;

    Consents(ConsentRepository consents) {
        this.consents = consents;
    }

    public Map<UUID, List<Standing>> standings(Transaction tx, Collection<UUID> aliases) {
        return consents.ofAliases(tx, aliases).stream()
                .collect(Collectors.groupingBy(
                        Consent::alias, Collectors.mapping(Consent::standing, Collectors.toList())));
    }
}
