package no.brevdue.consent.restatement;

import no.brevdue.consent.acceptance.Acceptance;
import no.brevdue.consent.acceptance.Acceptances;
import no.brevdue.consent.decision.Head;
import no.brevdue.consent.ledger.Consents;
import no.brevdue.consent.restriction.Restrictions;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Denied;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Standing;
import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what an alias has decided. The heads are locked, so that no newer fact overtakes these. */
@ApplicationScoped
class Restatements {

    private final Consents consents;
    private final Restrictions restrictions;
    private final Acceptances acceptances;

    Restatements(Consents consents, Restrictions restrictions, Acceptances acceptances) {
        this.consents = consents;
        this.restrictions = restrictions;
        this.acceptances = acceptances;
    }

    List<PersonDecisionsRestated> of(Transaction tx, List<Head> heads) {
        List<UUID> aliases = heads.stream().map(Head::alias).toList();
        Map<UUID, List<Standing>> standings = consents.standings(tx, aliases);
        Map<UUID, List<Denied>> denied = restrictions.denied(tx, aliases);
        Map<UUID, Acceptance> accepted = acceptances.latest(tx, aliases);
        return heads.stream()
                .map(head -> {
                    Acceptance latest = accepted.get(head.alias());
                    return new PersonDecisionsRestated(
                            head.alias(),
                            head.version(),
                            standings.getOrDefault(head.alias(), List.of()),
                            denied.getOrDefault(head.alias(), List.of()),
                            latest == null ? null : latest.termsId(),
                            latest == null ? null : latest.termsVersion());
                })
                .toList();
    }
}
