package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.IdentityEvent;
import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.mailbox.supplier.SupplierService;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.identity.AliasLinks;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Keeps {@link Recipient}, and which suppliers may act for whom, in step with identity-service, and tells whoever waits for somebody
 * to be known.
 */
@ApplicationScoped
class IdentityProjection implements Projection<IdentityEvent> {

    private final RecipientRepository recipients;
    private final AliasLinks links;
    private final SupplierService suppliers;
    private final NameChecks names;
    private final Event<RecipientChanged> changed;

    IdentityProjection(
            RecipientRepository recipients,
            AliasLinks links,
            SupplierService suppliers,
            NameChecks names,
            Event<RecipientChanged> changed) {
        this.recipients = recipients;
        this.links = links;
        this.suppliers = suppliers;
        this.names = names;
        this.changed = changed;
    }

    @Override
    public Class<IdentityEvent> family() {
        return IdentityEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<IdentityEvent> received) {
        Set<UUID> concerned = new HashSet<>();
        if (received.event() instanceof PersonRestated fact) {
            // Whoever gives an alias up leaves it to another, who may have claimed it before.
            concerned.addAll(links.claimed(tx, fact.personId()));
            concerned.addAll(fact.aliases());
        }
        links.apply(tx, received.event());
        switch (received.event()) {
            case PersonRegistered fact -> {
                recipients.save(tx, Recipient.of(fact.personId(), fact.version(), fact.facts()));
                tell(tx, List.of(fact.alias()));
            }
            case PersonRestated fact -> {
                recipients.save(tx, Recipient.of(fact.personId(), fact.version(), fact.facts()));
                tell(tx, List.copyOf(concerned));
            }
            case ContactabilityChanged fact -> reachable(tx, fact);
            case SupplierAccessChanged fact -> suppliers.changed(tx, fact);
            case NameChecked fact -> names.answer(tx, fact);
            case ContactNoticeRequested unrelated -> {}
            case RegistrationRefused fact -> {
                recipients.refuse(tx, fact.alias(), fact.reason().name());
                tell(tx, List.of(fact.alias()));
            }
        }
    }

    private void reachable(Transaction tx, ContactabilityChanged fact) {
        Optional<Recipient> known = recipients.lock(tx, fact.personId());
        if (known.isPresent() && fact.version() > known.get().version()) {
            recipients.save(
                    tx,
                    known.get()
                            .reachable(
                                    fact.version(),
                                    fact.digitalOptOut(),
                                    fact.emailUsable(),
                                    fact.smsUsable(),
                                    fact.language()));
        }
    }

    private void tell(Transaction tx, List<UUID> aliases) {
        RecipientLock.change(tx, aliases);
        changed.fire(new RecipientChanged(tx, aliases));
    }
}
