package no.brevdue.consent.terms;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.testing.Facts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class TermsPublicationJobTest {

    private final TermsPublicationJob job;
    private final Facts facts;

    TermsPublicationJobTest(TermsPublicationJob job, Facts facts) {
        this.job = job;
        this.facts = facts;
    }

    @Test
    void replicasThatStartTogetherAndAgainAnnounceAVersionOnce() throws Exception {
        Awaitility.await().until(() -> !facts.published(TermsPublished.class).isEmpty());
        int announced = facts.published(TermsPublished.class).size();

        Callable<Boolean> start = job::run;
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (var started : replicas.invokeAll(List.of(start, start))) {
                assertThat(started.get()).isFalse();
            }
        }
        assertThat(job.run()).isFalse();

        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(facts.published(TermsPublished.class)).hasSize(announced));
    }
}
