package no.brevdue.mailbox.access;

import no.brevdue.mailbox.recipient.Consents;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.RowRefusedException;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;
import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.time.NorwegianDay;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens the door to a mailbox, at every request anew: what a birthday or a withdrawal has ended is over in open sessions too.
 * It looks under the worker role, since a request may not look around among people; what the request then reads is decided once
 * more by the row policies.
 */
@ApplicationScoped
public class AccessService {

    private static final Duration COME_BACK = Duration.ofMinutes(1);

    private final Database database;
    private final Recipients recipients;
    private final Consents consents;
    private final AliasLinks links;
    private final Clock clock;

    AccessService(Database database, Recipients recipients, Consents consents, AliasLinks links, Clock clock) {
        this.database = database;
        this.recipients = recipients;
        this.consents = consents;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Does something in the mailbox of the citizen, or of whom they act for. That somebody may not be represented, or is not
     * known, is the same answer. A fact may come between the decision and the work; the row policies then refuse what was
     * allowed, and it is decided and done once more.
     *
     * @param onBehalfOf opaque id of the represented person, as identity-service gives it
     * @param work begins anew when it is done again
     */
    public <T> T in(Citizen citizen, @Nullable UUID onBehalfOf, Function<Mailbox, T> work) {
        try {
            return work.apply(mailbox(citizen, onBehalfOf));
        } catch (RowRefusedException overtaken) {
            return work.apply(mailbox(citizen, onBehalfOf));
        } catch (ProblemException refused) {
            if (refused.type().kind() == Kind.NOT_FOUND) {
                // If it is not found because it was taken back, that is the answer.
                Mailbox unused = mailbox(citizen, onBehalfOf);
            }
            throw refused;
        }
    }

    /** Does something in the citizen's own mailbox, in one transaction. */
    public void inOwnDo(Citizen citizen, BiConsumer<Transaction, Mailbox> work) {
        inDo(citizen, null, work);
    }

    /** Does something in the mailbox of the citizen, or of whom they act for, in one transaction. */
    public void inDo(Citizen citizen, @Nullable UUID onBehalfOf, BiConsumer<Transaction, Mailbox> work) {
        boolean unused = in(citizen, onBehalfOf, mailbox -> {
            database.asCallerDo(tx -> work.accept(tx, mailbox));
            return true;
        });
    }

    private Mailbox mailbox(Citizen citizen, @Nullable UUID onBehalfOf) {
        return database.asWorker(
                tx -> onBehalfOf == null ? own(tx, citizen) : asDecided(tx, another(tx, citizen, onBehalfOf)));
    }

    /** Whoever cannot know what the person has decided does not read for another. */
    public void requireCertain(Transaction tx, UUID person) {
        if (consents.inDoubt(tx, person)) {
            throw AccessProblem.CONSENT_IN_DOUBT
                    .because("What the person has decided is not known for certain now.")
                    .retryAfter(COME_BACK);
        }
    }

    private Mailbox own(Transaction tx, Citizen citizen) {
        UUID alias = citizen.alias();
        Standing person = recipients.standings(tx, List.of(alias)).getOrDefault(alias, new Standing.Unknown());
        Access access = AccessPolicy.own(person, today());
        if (person instanceof Standing.Known known && known.facts().deceased()) {
            throw AccessProblem.REPORTED_DEAD.because("The population register reports this person's death.");
        }
        if (access.isNone()) {
            throw AccessProblem.READS_NOT_ALONE.because("This mailbox is not read by its owner alone now.");
        }
        return new Mailbox(alias, links.aliasesOfSamePerson(tx, alias), access);
    }

    private Mailbox another(Transaction tx, Citizen citizen, UUID person) {
        List<UUID> aliases = links.aliasesOfSamePerson(tx, citizen.alias());
        return recipients.alias(tx, person).stream()
                .map(alias -> {
                    Map<UUID, Standing> standings = recipients.standings(tx, List.of(alias, citizen.alias()));
                    Access access = AccessPolicy.forAnother(
                            standings.getOrDefault(alias, new Standing.Unknown()),
                            standings.getOrDefault(citizen.alias(), new Standing.Unknown()),
                            aliases,
                            today());
                    return new Mailbox(alias, links.aliasesOfSamePerson(tx, alias), access);
                })
                .filter(mailbox -> !mailbox.access().isNone())
                .findFirst()
                .orElseThrow(() -> AccessProblem.NOT_REPRESENTED.because("There is nobody with this id to act for."));
    }

    /** What the person has decided since they gave the power counts more than the power. */
    private Mailbox asDecided(Transaction tx, Mailbox mailbox) {
        requireCertain(tx, mailbox.alias());
        return mailbox.access().isByPower()
                ? new Mailbox(
                        mailbox.alias(),
                        mailbox.aliases(),
                        mailbox.access().endedFor(consents.endedFor(tx, mailbox.aliases())))
                : mailbox;
    }

    private LocalDate today() {
        return NorwegianDay.of(clock.instant());
    }
}
