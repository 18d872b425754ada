package no.brevdue.mailbox;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.testing.Facts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators watch, under the names they watch it by. */
@QuarkusTest
class MetricsTest {

    private final Facts facts;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    MetricsTest(Facts facts) {
        this.facts = facts;
    }

    @Test
    void whatWaitsIsInDoubtOrIsLateCanBeWatched() {
        double open = value("brevdue_quarantine_open");
        double parked = value("brevdue_quarantine_parked");

        facts.publishRubbish(Topic.NOTIFICATION_EVENTS, UUID.randomUUID().toString());

        await().untilAsserted(() -> {
            assertThat(value("brevdue_quarantine_open")).isGreaterThan(open);
            assertThat(value("brevdue_quarantine_parked")).isGreaterThan(parked);
        });
        assertThat(value("brevdue_outbox_depth")).isNotNegative();
        assertThat(value("brevdue_outbox_oldest_age")).isNotNegative();
        assertThat(value("brevdue_delivery_overdue")).isNotNegative();
        assertThat(value("brevdue_copy_news_overdue")).isNotNegative();
        assertThat(value("brevdue_print_overdue")).isNotNegative();
        assertThat(value("brevdue_consumer_lag{projection=\"identity-projection\"}"))
                .isNotNegative();
        assertThat(value("brevdue_projection_age{source=\"" + Topic.IDENTITY_EVENTS.address() + "\"}"))
                .isNotNegative();
    }

    /** Of the one line that begins like this. */
    private double value(String name) {
        String all = given().port(management)
                .accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return all.lines()
                .filter(line -> line.replace(",}", "}").startsWith(name + " "))
                .map(line -> Double.parseDouble(
                        line.substring(line.lastIndexOf(' ') + 1).replace("Inf", "Infinity")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + name + " in\n" + all));
    }
}
