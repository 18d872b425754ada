package no.brevdue.identity.registration;

import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.identity.krr.ContactData;
import no.brevdue.identity.krr.KrrClient;
import no.brevdue.identity.name.NameCheckService;
import no.brevdue.identity.register.RegisterUnavailableException;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final KinService kin;
    private final Enrolment enrolment;
    private final NameCheckService names;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration retryAfter;

    RegistrationService(
            Database database,
            RegistrationRepository registrations,
            Investigation investigation,
            KrrClient krr,
            KinService kin,
            Enrolment enrolment,
            NameCheckService names,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "brevdue.registration.retry-after") Duration retryAfter) {
        this.database = database;
        this.registrations = registrations;
        this.investigation = investigation;
        this.krr = krr;
        this.kin = kin;
        this.enrolment = enrolment;
        this.names = names;
        this.outbox = outbox;
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
        Map<NationalIdentityNumber, Optional<UUID>> kin = kin(findings);
        findings.forEach((request, finding) -> {
            try {
                switch (finding) {
                    case Finding.Known known ->
                        answers(known, kin, contactData, asked)
                                .ifPresentOrElse(
                                        answers -> database.asWorkerDo(tx -> register(tx, request, known, answers)),
                                        () -> postpone(request));
                    case Finding.Nobody nobody -> database.asWorkerDo(tx -> refuse(tx, request, nobody.reason()));
                    case Finding.Away ignored -> {
                        LOGGER.warnf("A registration waits for the population register: alias=%s", request.alias());
                        postpone(request);
                    }
                }
            } catch (RuntimeException fault) {
                LOGGER.errorf(fault, "A registration failed and is tried again: alias=%s", request.alias());
            }
        });
    }

    /** Empty while something must still be asked: a reservation must not be guessed, nor who may read a child's letters. */
    private static Optional<Answers> answers(
            Finding.Known known,
            Map<NationalIdentityNumber, Optional<UUID>> kin,
            Map<NationalIdentityNumber, ContactData> contactData,
            Instant asked) {
        ContactData data = contactData.get(known.number());
        return data == null
                ? Optional.empty()
                : KinService.relations(known.record(), kin)
                        .map(relations -> new Answers(known.record(), relations, true, data, asked));
    }

    /** One question for all; empty while KRR is away. */
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

    private Map<NationalIdentityNumber, Optional<UUID>> kin(Map<Registration, Finding> findings) {
        return kin.known(findings.values().stream()
                .filter(Finding.Known.class::isInstance)
                .flatMap(finding -> ((Finding.Known) finding).record().kin().stream())
                .collect(Collectors.toSet()));
    }

    private void register(Transaction tx, Registration request, Finding.Known known, Answers answers) {
        if (registrations.lockWaiting(tx, request)) {
            UUID unused = enrolment.enrol(tx, known.number(), request.alias(), answers, "letter-delivery");
            registrations.registered(tx, request.alias());
            names.becameKnown(tx, request.alias());
        }
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
