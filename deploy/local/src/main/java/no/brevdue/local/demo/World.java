package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.local.home.Port;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The stand-ins as a story sees them: the clock it may move, and the mail that arrived. */
public final class World {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LATE_CANARY = Pattern.compile("brevdue_canary_late\\{.*route=\"(\\w+)\".*} 1\\.0");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    String advanceClock(Duration by) throws IOException, InterruptedException {
        return clock("{\"advance\":\"" + by + "\"}");
    }

    String businessTime() throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(at("/clock")).build()))
                .path("businessTime")
                .asText();
    }

    /** The ids of everything that was handed over to the printing house. */
    Set<String> printJobs() throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        JSON.readTree(send(HttpRequest.newBuilder(at("/print-jobs")).build()))
                .fieldNames()
                .forEachRemaining(ids::add);
        return ids;
    }

    void returnPrintJob(String id) throws IOException, InterruptedException {
        String unused = send(HttpRequest.newBuilder(at("/print-jobs/" + id))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** The routes by which no canary has come through for too long, as whoever watches the metrics sees it. */
    Set<String> lateCanaries() throws IOException, InterruptedException {
        URI metrics = URI.create("http://localhost:" + Service.NOTIFICATION.managementPort() + "/q/metrics");
        return send(HttpRequest.newBuilder(metrics).build())
                .lines()
                .map(LATE_CANARY::matcher)
                .filter(Matcher::matches)
                .map(late -> late.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String resetClock() throws IOException, InterruptedException {
        return clock("{\"reset\":true}");
    }

    /** Lets something happen to somebody, in the population register. */
    void live(String order) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(at("/control/population"))
                        .POST(HttpRequest.BodyPublishers.ofString(order))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new ClaimFailed("The population register takes the order", order);
        }
    }

    /** Lets a crowd move in: {@code SyntheticPeople.crowd(0)} and so on. */
    public void settle(int people) throws IOException, InterruptedException {
        live("{\"event\":\"settle\",\"count\":" + people + "}");
    }

    Optional<JsonNode> mailTo(String address) throws IOException, InterruptedException {
        return Patiently.await(PATIENCE, () -> allMailTo(address), mails -> !mails.isEmpty()).stream()
                .findFirst();
    }

    /** What has arrived for somebody until now. */
    public List<JsonNode> allMailTo(String address) throws IOException, InterruptedException {
        JsonNode mails = JSON.readTree(send(HttpRequest.newBuilder(at("/mail")).build()));
        return StreamSupport.stream(mails.spliterator(), false)
                .filter(mail -> mail.at("/to/0").asText().equals(address))
                .toList();
    }

    /** Empties the mail sink, which keeps everything in memory. */
    public void forgetMail() throws IOException, InterruptedException {
        String unused = send(HttpRequest.newBuilder(at("/mail")).DELETE().build());
    }

    /** Until it is let go, the malware scanner answers nobody. */
    void holdScanner(boolean hold) throws IOException, InterruptedException {
        String unused = send(HttpRequest.newBuilder(at("/control/clamd"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"hold\":" + hold + "}"))
                .build());
    }

    private static String clock(String order) throws IOException, InterruptedException {
        String answer = send(HttpRequest.newBuilder(at("/clock"))
                .POST(HttpRequest.BodyPublishers.ofString(order))
                .build());
        return JSON.readTree(answer).path("businessTime").asText();
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + Port.STAND_INS.number() + path);
    }
}
