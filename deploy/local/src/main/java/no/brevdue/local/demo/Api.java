package no.brevdue.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.local.Tokens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;

/** One actor's way to one API, with that actor's own token. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String base;
    private final String actor;
    private final String[] always;

    Api(String base, String actor) {
        this(base, actor, new String[0]);
    }

    private Api(String base, String actor, String[] always) {
        this.base = base;
        this.actor = actor;
        this.always = always;
    }

    /** The same actor, acting for somebody. */
    Api onBehalfOf(String personId) {
        return new Api(base, actor, new String[] {"Brevdue-On-Behalf-Of", personId});
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), "Accept", "*/*");
    }

    Answer post(String path, Object body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    Answer post(String path) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.noBody());
    }

    Answer put(String path) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.noBody());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer put(String path, byte[] content) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofByteArray(content), "Content-Type", "application/octet-stream");
    }

    Answer put(String path, Object body) throws IOException, InterruptedException {
        return send("PUT", path, json(body), "Content-Type", "application/json");
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .method(method, body);
        request.header("Authorization", "Bearer " + Tokens.fresh(actor));
        String[] all = with(headers, always);
        for (int i = 0; i < all.length; i += 2) {
            request.header(all[i], all[i + 1]);
        }
        return Answer.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
