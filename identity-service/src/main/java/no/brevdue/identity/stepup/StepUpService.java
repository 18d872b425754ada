package no.brevdue.identity.stepup;

import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.problem.PlatformProblem;
import no.brevdue.platform.time.RealTime;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Begins a fresh login, believes it or not when it comes back, and takes the handle. The handle goes to the browser that logged
 * in and to nobody else: a thief with an access token can begin a login, but not have its fruit.
 */
@ApplicationScoped
public class StepUpService {

    /** Where a request carries the handle. */
    public static final String HEADER = "Brevdue-Step-Up";

    private static final Logger LOGGER = Logger.getLogger(StepUpService.class);
    private static final int MOST_BEGUN = 10;

    private final Database database;
    private final StepUpRepository stepUps;
    private final IdPorten idPorten;
    private final IdTokenCheck idTokens;
    private final ServiceKey serviceKey;
    private final StepUpConfig config;
    private final AuditTrail audit;
    private final Clock clock;

    StepUpService(
            Database database,
            StepUpRepository stepUps,
            IdPorten idPorten,
            IdTokenCheck idTokens,
            ServiceKey serviceKey,
            StepUpConfig config,
            AuditTrail audit,
            @RealTime Clock clock) {
        this.database = database;
        this.stepUps = stepUps;
        this.idPorten = idPorten;
        this.idTokens = idTokens;
        this.serviceKey = serviceKey;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    StepUp begin(UUID alias, Operation operation) {
        UUID id = UUID.randomUUID();
        Secret state = Secret.random();
        Secret verifier = Secret.random();
        String nonce = Secret.random().value();
        Instant now = clock.instant();
        Instant until = now.plus(config.patience());
        URI loginPage = loginPage(state, nonce, verifier);
        byte[] encrypted = serviceKey.encrypt(verifier.value().getBytes(StandardCharsets.US_ASCII), verifierOf(id));
        database.asWorkerDo(tx -> {
            stepUps.removeExpired(tx, now);
            if (stepUps.begun(tx, alias, now) >= MOST_BEGUN) {
                throw StepUpProblem.TOO_MANY_STEP_UPS
                        .because("Too many logins are begun.")
                        .retryAfter(config.patience());
            }
            stepUps.add(tx, new StepUpRow(id, alias, operation, nonce, encrypted, now), state.hash(), until);
        });
        return new StepUp(operation, loginPage, until);
    }

    private URI loginPage(Secret state, String nonce, Secret verifier) {
        try {
            return idPorten.loginPage(state, nonce, verifier);
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf(away, "A step-up could not begin");
            throw PlatformProblem.UNAVAILABLE
                    .because("ID-porten does not answer.")
                    .retryAfter(Duration.ofSeconds(5));
        }
    }

    /** Where the browser goes next: the front end, with a handle or with what went wrong. */
    URI answered(String state, @Nullable String code) {
        StepUpRow stepUp = database.asWorker(tx -> stepUps.takeAnswer(tx, new Secret(state).hash(), clock.instant()))
                .orElseThrow(() -> StepUpProblem.UNKNOWN_STEP_UP.because("Nobody awaits this answer."));
        Optional<String> flaw = code == null ? Optional.of("not-logged-in") : flaw(stepUp, code);
        if (flaw.isPresent()) {
            database.asWorkerDo(
                    tx -> audit.record(tx, entry(stepUp, "step-up-refused").refused()));
            LOGGER.warnf("A step-up was refused: stepUp=%s flaw=%s", stepUp.id(), flaw.get());
            return URI.create(config.returnUrl() + "#step-up-refused=" + flaw.get());
        }
        Secret handle = Secret.random();
        database.asWorkerDo(tx -> {
            stepUps.confirm(tx, stepUp.id(), handle.hash(), clock.instant().plus(config.lasts()));
            audit.record(tx, entry(stepUp, "step-up-confirmed"));
        });
        return URI.create(config.returnUrl() + "#step-up=" + handle.value());
    }

    private Optional<String> flaw(StepUpRow stepUp, String code) {
        byte[] verifier = serviceKey.decrypt(stepUp.verifier(), verifierOf(stepUp.id()));
        try {
            IdPorten.Answer answer =
                    idPorten.exchange(code, new Secret(new String(verifier, StandardCharsets.US_ASCII)));
            return idTokens.flaw(answer, stepUp);
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf(away, "ID-porten did not take a code");
            return Optional.of("not-exchanged");
        }
    }

    /** Takes the handle, once, in the transaction of what it allows: whatever is rolled back has not used it. */
    public void use(Transaction tx, UUID alias, Operation operation, String handle) {
        if (!stepUps.use(tx, new Secret(handle).hash(), alias, operation, clock.instant())) {
            throw StepUpProblem.STEP_UP_NEEDED.because("A fresh login for " + operation + " is needed.");
        }
    }

    private static AuditEntry entry(StepUpRow stepUp, String what) {
        return AuditEntry.bySystem("identity")
                .did(what)
                .to("step-up", stepUp.id())
                .of(stepUp.alias())
                .because("own-use");
    }

    private static byte[] verifierOf(UUID id) {
        return AssociatedData.of("step-up.verifier", id);
    }
}
