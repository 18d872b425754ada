package no.brevdue.notification.canary;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import no.brevdue.contracts.mailbox.v1.CanaryPrinted;
import no.brevdue.contracts.mailbox.v1.DeliveryAccepted;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.notification.IdentityStandIn;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.validation.Validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The watch, fed by the facts of a mailbox that sends canaries. */
@QuarkusTest
class CanaryTest {

    private static final String SENDER = "100200600";
    private static final String SOMEBODY_ELSE = "100100673";
    private static final Duration TOO_LONG = Duration.ofMinutes(16);

    private final Facts facts;
    private final TestClock clock;
    private final CanaryWatchJob watch;
    private final Canaries canaries;
    private final Database database;
    private final CanaryRepository repository;
    private final Validator validator;

    private final UUID alias = UUID.randomUUID();

    CanaryTest(
            Facts facts,
            TestClock clock,
            CanaryWatchJob watch,
            Canaries canaries,
            Database database,
            CanaryRepository repository,
            Validator validator) {
        this.facts = facts;
        this.clock = clock;
        this.watch = watch;
        this.canaries = canaries;
        this.database = database;
        this.repository = repository;
        this.validator = validator;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aRouteByWhichNoCanaryArrivesIsReportedUntilTheNextOneDoes() {
        look();
        clock.advance(TOO_LONG);
        look();
        assertThat(watch.isLate(Route.PERSON)).isTrue();
        assertThat(watch.isLate(Route.COPY)).isTrue();

        facts.publish(published(accepted(SOMEBODY_ELSE, RecipientKind.ORGANIZATION), RecipientKind.ORGANIZATION));
        UUID unheard = accepted(SENDER, RecipientKind.PERSON);
        facts.publish(published(accepted(SENDER, RecipientKind.ORGANIZATION), RecipientKind.ORGANIZATION));

        await().untilAsserted(() -> {
            look();
            assertThat(watch.isLate(Route.COPY)).isFalse();
        });
        assertThat(watch.isLate(Route.PERSON))
                .as("accepted, but nobody was told")
                .isTrue();

        IdentityStandIn.knows(alias, "person-%s@example.test".formatted(alias), "NB");
        facts.publish(published(unheard, RecipientKind.PERSON));
        await().untilAsserted(() -> {
            look();
            assertThat(watch.isLate(Route.PERSON)).isFalse();
        });
    }

    @Test
    void aRouteByWhichCanariesArriveLongAfterTheyWereSentIsLate() {
        look();
        clock.advance(TOO_LONG);

        arrives(clock.instant().minus(TOO_LONG));
        look();
        assertThat(watch.isLate(Route.COPY)).isTrue();

        arrives(clock.instant().minus(TOO_LONG.dividedBy(2)));
        look();
        assertThat(watch.isLate(Route.COPY)).isFalse();

        arrives(clock.instant().minus(TOO_LONG.multipliedBy(2)));
        look();
        assertThat(watch.isLate(Route.COPY)).as("an older one after it").isFalse();
    }

    @Test
    void paperIsWatchedWithAPatienceOfItsOwnAndOnlyWhereTestJobsAreSent() {
        printed(clock.instant());
        look();
        clock.advance(TOO_LONG);
        look();
        assertThat(watch.isLate(Route.PAPER)).isFalse();
        clock.advance(Duration.ofHours(3));
        look();
        assertThat(watch.isLate(Route.PAPER)).isTrue();

        facts.publish(new CanaryPrinted(UUID.randomUUID(), clock.instant().minus(Duration.ofHours(2)), 1));
        await().untilAsserted(() -> {
            look();
            assertThat(watch.isLate(Route.PAPER)).isFalse();
        });
        clock.advance(Duration.ofHours(2));
        printed(clock.instant().minus(Duration.ofHours(6)));
        look();
        assertThat(watch.isLate(Route.PAPER))
                .as("one that was ordered before it")
                .isTrue();
        printed(clock.instant().plus(Duration.ofDays(1)));
        clock.advance(Duration.ofHours(3).plusSeconds(1));
        look();
        assertThat(watch.isLate(Route.PAPER))
                .as("none is ordered in the future")
                .isTrue();

        CanaryWatchJob withoutPaper =
                new CanaryWatchJob(new LettersAlone(), database, repository, clock, new SimpleMeterRegistry());
        boolean unused = withoutPaper.run();
        assertThat(withoutPaper.isLate(Route.PAPER)).isFalse();
        assertThat(withoutPaper.isLate(Route.COPY)).isTrue();
        look();
        assertThat(watch.isLate(Route.PAPER)).as("watched anew").isFalse();
    }

    @Test
    void aPeriodBelowAMinuteIsRefused() {
        assertThatThrownBy(() -> {
                    SmallRyeConfig unused = new SmallRyeConfigBuilder()
                            .withValidator((BeanValidationConfigValidator) () -> validator)
                            .withMapping(CanaryConfig.class)
                            .withDefaultValue("brevdue.canary.paper-every", "PT0.5S")
                            .build();
                })
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("brevdue.canary.paper-every must be longer than or equal to 1 minute");
    }

    private void printed(Instant orderedAt) {
        CanaryPrinted fact = new CanaryPrinted(UUID.randomUUID(), orderedAt, 1);
        database.asWorkerDo(tx -> canaries.hear(tx, heard(clock.instant(), fact)));
    }

    /** A copy whose acceptance is heard of only now, as when a topic was stuck. */
    private void arrives(Instant acceptedAt) {
        UUID delivery = UUID.randomUUID();
        database.asWorkerDo(tx -> {
            canaries.hear(tx, heard(acceptedAt, acceptedFact(delivery, SENDER, RecipientKind.ORGANIZATION)));
            canaries.hear(tx, heard(clock.instant(), published(delivery, RecipientKind.ORGANIZATION)));
        });
    }

    private static Received<MailboxEvent> heard(Instant at, MailboxEvent fact) {
        return new Received<>(UUID.randomUUID(), at, "mailbox", 0, fact);
    }

    private void look() {
        boolean unused = watch.run();
    }

    private UUID accepted(String sender, RecipientKind kind) {
        UUID delivery = UUID.randomUUID();
        facts.publish(acceptedFact(delivery, sender, kind));
        return delivery;
    }

    private DeliveryAccepted acceptedFact(UUID delivery, String sender, RecipientKind kind) {
        boolean person = kind == RecipientKind.PERSON;
        return new DeliveryAccepted(
                delivery, delivery, delivery, 1, kind, person ? alias : null, person ? null : "100200503", sender);
    }

    private DeliveryPublished published(UUID delivery, RecipientKind kind) {
        return new DeliveryPublished(
                delivery,
                delivery,
                delivery,
                2,
                kind,
                kind == RecipientKind.PERSON ? alias : null,
                ParentVisibility.HIDDEN);
    }

    private record LettersAlone() implements CanaryConfig {

        @Override
        public Optional<String> sender() {
            return Optional.of(SENDER);
        }

        @Override
        public Duration tolerated() {
            return TOO_LONG;
        }

        @Override
        public Optional<Duration> paperEvery() {
            return Optional.empty();
        }
    }
}
