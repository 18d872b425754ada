package no.brevdue.consent.restriction;

import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Denied;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is denied access, for the features that tell it on. */
@ApplicationScoped
public class Restrictions {

    private final RestrictionRepository restrictions;

    Restrictions(RestrictionRepository restrictions) {
        this.restrictions = restrictions;
    }

    public Map<UUID, List<Denied>> denied(Transaction tx, Collection<UUID> aliases) {
        return restrictions.denied(tx, aliases);
    }
}
