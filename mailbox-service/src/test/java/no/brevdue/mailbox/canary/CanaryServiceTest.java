package no.brevdue.mailbox.canary;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.message.MessageService;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.mailbox.recall.RecallService;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jakarta.validation.Validator;

import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class CanaryServiceTest {

    private static final String SENDER = "100200708";

    private final People people;
    private final MessageService messages;
    private final Messages sent;
    private final RecallService recalls;
    private final Database database;
    private final TestClock clock;
    private final Validator validator;

    CanaryServiceTest(
            People people,
            MessageService messages,
            Messages sent,
            RecallService recalls,
            Database database,
            TestClock clock,
            Validator validator) {
        this.people = people;
        this.messages = messages;
        this.sent = sent;
        this.recalls = recalls;
        this.database = database;
        this.clock = clock;
        this.validator = validator;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void oneFliesInEachPeriodByEveryRouteAndIsTakenBackLater() {
        NationalIdentityNumber person = people.registered(People.ADULT);
        new CanaryService(new To(person.value(), Optional.empty()), database, messages, sent, recalls, clock).fly();
        assertThat(states()).as("one route would be missed for ever").isEmpty();
        CanaryService replica = canaries(person);
        CanaryService other = canaries(person);

        replica.fly();
        replica.fly();
        other.fly();
        await().untilAsserted(() -> assertThat(states()).containsExactly("PUBLISHED", "PUBLISHED"));

        clock.advance(Duration.ofMinutes(11));
        other.fly();
        await().untilAsserted(
                        () -> assertThat(states()).containsExactly("PUBLISHED", "PUBLISHED", "RECALLED", "RECALLED"));
    }

    @Test
    void aPeriodBelowAMinuteIsRefused() {
        for (String key : List.of("brevdue.canary.every", "brevdue.canary.paper-every")) {
            assertThatThrownBy(() -> {
                        SmallRyeConfig unused = new SmallRyeConfigBuilder()
                                .withValidator((BeanValidationConfigValidator) () -> validator)
                                .withMapping(CanaryConfig.class)
                                .withDefaultValue(key, "PT0.5S")
                                .build();
                    })
                    .isInstanceOf(ConfigValidationException.class)
                    .hasMessageContaining(key + " must be longer than or equal to 1 minute");
        }
    }

    private CanaryService canaries(NationalIdentityNumber person) {
        return new CanaryService(
                new To(person.value(), Optional.of(GP_OFFICE)), database, messages, sent, recalls, clock);
    }

    private List<String> states() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select state from delivery where sender = :sender order by state")
                .bind("sender", SENDER)
                .mapTo(String.class)
                .list());
    }

    private record To(String number, Optional<String> copyTo) implements CanaryConfig {

        @Override
        public Optional<String> sender() {
            return Optional.of(SENDER);
        }

        @Override
        public Optional<String> person() {
            return Optional.of(number);
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Optional<Duration> paperEvery() {
            return Optional.empty();
        }

        /** Never the number. */
        @Override
        public String toString() {
            return "To[***]";
        }
    }
}
