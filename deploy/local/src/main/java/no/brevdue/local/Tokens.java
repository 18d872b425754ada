package no.brevdue.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.home.Port;
import no.brevdue.local.people.Actor;
import no.brevdue.local.people.Actors;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Gets tokens from the running issuers, as any client would. */
public final class Tokens {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Tokens() {}

    public static String fresh(String who) throws IOException, InterruptedException {
        Actor actor = Actors.named(who)
                .orElseThrow(() -> new LocalProblem(
                        "Nobody is called " + who + ": choose one of " + String.join(", ", Actors.names()) + "."));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/%s/token".formatted(Port.ISSUERS.number(), actor.issuer())))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_secret=local&client_id=" + actor.name()))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).required("access_token").asText();
        } catch (ConnectException nobodyListens) {
            throw new LocalProblem("No stack is running: start one with ./brevdue up.", nobodyListens);
        }
    }
}
