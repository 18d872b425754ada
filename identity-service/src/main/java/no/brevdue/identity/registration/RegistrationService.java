package no.brevdue.identity.registration;

import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.identity.contact.ContactService;
import no.brevdue.identity.krr.ContactData;
import no.brevdue.identity.krr.KrrClient;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers requests: registered, refused, or tried again later. The registers are asked between the transactions. If the
 * process dies before an answer is committed, the claim runs out and any replica tries again; an answer is given once,
 * since it needs the request's row to be waiting still.
 */
@ApplicationScoped
class RegistrationService {

    private static final Logger LOGGER = Logger.getLogger(RegistrationService.class);

    /** Longer than all registers together may take to answer. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final RegistrationRepository registrations;
    private final Investigation investigation;
    private final KrrClient krr;
    private final PersonService persons;
    private final ContactService contacts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration retryAfter;

    RegistrationService(
            Database database,
            RegistrationRepository registrations,
            Investigation investigation,
            KrrClient krr,
            PersonService persons,
            ContactService contacts,
            Outbox outbox,
            AuditTrail audit,
            Clock clock,
            @ConfigProperty(name = "brevdue.registration.retry-after") Duration retryAfter) {
        this.database = database;
        this.registrations = registrations;
        this.investigation = investigation;
        this.krr = krr;
        this.persons = persons;
        this.contacts = contacts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.retryAfter = retryAfter;
    }

    List<Registration> claim(int limit) {
        return database.asWorker(tx -> registrations.claim(tx, limit, LEASE));
    }

    void answer(List<Registration> requests) {
        Instant asked = clock.instant();
        Map<Registration, Finding> findings = investigation.of(requests);
        Map<NationalIdentityNumber, ContactData> contactData = contactData(findings);
        findings.forEach((request, finding) -> {
            try {
                answer(request, finding, contactData, asked);
            } catch (RuntimeException fault) {
                LOGGER.errorf(fault, "A registration failed and is tried again: alias=%s", request.alias());
            }
        });
    }

    private void answer(
            Registration request,
            Finding finding,
            Map<NationalIdentityNumber, ContactData> contactData,
            Instant asked) {
        switch (finding) {
            case Finding.Known known -> {
                ContactData data = contactData.get(known.number());
                if (data == null) {
                    postpone(request);
                } else {
                    database.asWorkerDo(tx -> register(tx, request, known, data, asked));
                }
            }
            case Finding.Nobody nobody -> database.asWorkerDo(tx -> refuse(tx, request, nobody.reason()));
            case Finding.Away ignored -> postpone(request);
        }
    }

    /** One question for all; empty while KRR is away: a reservation must not be guessed. */
    private Map<NationalIdentityNumber, ContactData> contactData(Map<Registration, Finding> findings) {
        List<NationalIdentityNumber> numbers = findings.values().stream()
                .filter(Finding.Known.class::isInstance)
                .map(finding -> ((Finding.Known) finding).number())
                .distinct()
                .toList();
        try {
            return numbers.isEmpty() ? Map.of() : krr.ask(numbers);
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf(away, "Registrations wait for the contact register: %d", numbers.size());
            return Map.of();
        }
    }

    private void register(Transaction tx, Registration request, Finding.Known known, ContactData data, Instant asked) {
        if (!registrations.lockWaiting(tx, request)) {
            return;
        }
        if (!persons.recognize(tx, known.number(), request.alias())) {
            UUID person =
                    persons.register(tx, known.number(), request.alias(), known.facts(), data.at(clock.instant()));
            contacts.keep(tx, person, data, asked);
            audit.record(
                    tx,
                    AuditEntry.bySystem("identity")
                            .did("person-registered")
                            .to("person", person)
                            .of(request.alias())
                            .because("letter-delivery"));
            tx.afterCommit(() -> LOGGER.infof("A person was registered: person=%s", person));
        }
        registrations.registered(tx, request.alias());
    }

    private void refuse(Transaction tx, Registration request, RefusalReason reason) {
        if (registrations.lockWaiting(tx, request)) {
            long version = registrations.refused(tx, request.alias(), reason);
            outbox.publish(tx, new RegistrationRefused(request.alias(), version, reason));
            tx.afterCommit(
                    () -> LOGGER.infof("A registration was refused: alias=%s reason=%s", request.alias(), reason));
        }
    }

    /** Twice as long after each attempt. */
    private void postpone(Registration request) {
        Duration pause = retryAfter.multipliedBy(1L << Math.min(request.attempts() - 1, 10));
        database.asWorkerDo(tx -> registrations.postpone(
                tx, request.alias(), pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }
}
