package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Missing terms never hold a letter; they stand before its opening. */
@ApplicationScoped
public class TermsGate {

    private static final String TERMS_OF_USE = "terms-of-use";

    private final TermsRepository terms;
    private final AliasLinks links;
    private final Clock clock;

    TermsGate(TermsRepository terms, AliasLinks links, Clock clock) {
        this.terms = terms;
        this.links = links;
        this.clock = clock;
    }

    /** True once the person has accepted the version in force. Before any terms are known the gate is shut. */
    public boolean isOpen(Transaction tx, UUID alias) {
        return terms.isAccepted(tx, TERMS_OF_USE, links.aliasesOfSamePerson(tx, alias), clock.instant());
    }

    /** Which of these people have begun to use the mailbox: they have accepted some version, under whichever alias. */
    public Set<UUID> accepted(Transaction tx, Collection<UUID> aliases) {
        return aliases.isEmpty() ? Set.of() : terms.everAccepted(tx, TERMS_OF_USE, aliases);
    }
}
