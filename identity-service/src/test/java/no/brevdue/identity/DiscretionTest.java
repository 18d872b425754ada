package no.brevdue.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A national identity number leaves no trace in clear: not in a row, not in a fact, not in a log. Nor does an address. */
@QuarkusTest
class DiscretionTest {

    private static final String NUMBER = SyntheticPeople.RAGNHILD;
    private static final String EMAIL = "ragnhild@example.no";
    private static final String OWN_EMAIL = "ragnhild-own@example.no";

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    Mail mail;

    @Inject
    Database database;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {

        private final PatternFormatter formatter = new PatternFormatter("%s%e");

        @Override
        public void publish(LogRecord record) {
            log.add(formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
        Registers.krrAway(false);
        Registers.populationRegisterAway(false);
    }

    @Test
    void noNumberAndNoAddressIsLeftInClear() {
        Registers.know(NUMBER, "1950-05-05");
        Registers.reachable(
                NUMBER,
                EMAIL,
                TestClock.START.atOffset(ZoneOffset.UTC),
                "+4799887766",
                TestClock.START.atOffset(ZoneOffset.UTC));
        Registers.populationRegisterAway(true);
        facts.publish(letters.request(NUMBER));
        await().until(() -> logged("waits for the population register"));
        Registers.populationRegisterAway(false);
        Registers.krrAway(true);
        await().until(() -> logged("wait for the contact register"));
        Registers.krrAway(false);
        PersonRegistered registered = letters.register(NUMBER);
        await().until(() -> logged(registered.personId().toString()));

        ownAddress();

        assertThat(log).noneMatch(DiscretionTest::tells);
        assertThat(tables())
                .contains(
                        "person",
                        "contact",
                        "own_contact_point",
                        "contact_notice",
                        "registration",
                        "outbox",
                        "quarantine");
        assertThat(tables().stream().flatMap(this::rows)).noneMatch(DiscretionTest::tells);
        assertThat(Stream.of(Topic.values()).flatMap(topic -> facts.records(topic).stream()))
                .noneMatch(record -> tells(new String(record.value(), StandardCharsets.UTF_8)));
    }

    /** One address is verified, the next awaits its code, and the register's is being told. */
    private void ownAddress() {
        use(OWN_EMAIL);
        me().body(Map.of("code", mail.to(OWN_EMAIL).code()))
                .post("/v1/me/contact-points/email/verifications")
                .then()
                .statusCode(200);
        use(OWN_EMAIL);
    }

    private static void use(String address) {
        me().header("Brevdue-Step-Up", Browser.stepUp(NUMBER, "CHANGE_EMAIL"))
                .body(Map.of("address", address))
                .put("/v1/me/contact-points/email")
                .then()
                .statusCode(202);
    }

    private static RequestSpecification me() {
        return given().auth().oauth2(Tokens.citizen(NUMBER).sign()).contentType("application/json");
    }

    private boolean logged(String text) {
        return log.stream().anyMatch(line -> line.contains(text));
    }

    private List<String> tables() {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select tablename::text from pg_tables where schemaname = 'identity'")
                .mapTo(String.class)
                .list());
    }

    /** Every row as text; binary columns in hexadecimal. */
    private Stream<String> rows(String table) {
        return database
                .asWorker(tx -> tx.handle()
                        .createQuery("select row_to_json(t)::text from identity.\"" + table + "\" t")
                        .mapTo(String.class)
                        .list())
                .stream();
    }

    private static boolean tells(String text) {
        return Stream.of(NUMBER, EMAIL, OWN_EMAIL, "99887766")
                .anyMatch(secret -> text.contains(secret) || text.contains(hex(secret)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
