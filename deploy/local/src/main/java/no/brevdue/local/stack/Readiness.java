package no.brevdue.local.stack;

import no.brevdue.local.home.LocalProblem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Whether a service says that it can do its work. */
public final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {}

    static void await(Service service, Child child) throws InterruptedException {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (!isReady(service)) {
            if (!child.isAlive()) {
                throw new LocalProblem("%s stopped while it started; its whole log is %s and ends:%n%s"
                        .formatted(service.module(), child.log(), child.endOfLog()));
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new LocalProblem("%s is not ready after %d s; its whole log is %s and ends:%n%s"
                        .formatted(service.module(), PATIENCE.toSeconds(), child.log(), child.endOfLog()));
            }
            Thread.sleep(PAUSE);
        }
    }

    public static boolean isReady(Service service) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + service.managementPort() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
