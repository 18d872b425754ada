package no.brevdue.mailbox.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.time.RealTime;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs a notice and takes it to its endpoint. */
@ApplicationScoped
class Postman {

    private final WebhookClient client;
    private final ServiceKey key;
    private final ObjectMapper json;
    private final Clock realTime;

    Postman(WebhookClient client, ServiceKey key, ObjectMapper json, @RealTime Clock realTime) {
        this.client = client;
        this.key = key;
        this.json = json;
        this.realTime = realTime;
    }

    byte[] locked(UUID endpoint, byte[] secret) {
        return key.encrypt(secret, place(endpoint));
    }

    /** One notice, and nothing after it. */
    Outcome take(Endpoint endpoint, String id, Notice notice) {
        try (WebhookLine line = client.lineTo(endpoint.url())) {
            return take(line, endpoint, id, notice);
        }
    }

    WebhookLine lineTo(Endpoint endpoint) {
        return client.lineTo(endpoint.url());
    }

    Outcome take(WebhookLine line, Endpoint endpoint, String id, Notice notice) {
        String body = written(notice);
        Instant now = realTime.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("webhook-signature", Signature.header(secrets(endpoint, now), id, now, body));
        return line.post(headers, body);
    }

    private List<byte[]> secrets(Endpoint endpoint, Instant now) {
        List<byte[]> secrets = new ArrayList<>();
        secrets.add(key.decrypt(endpoint.secret(), place(endpoint.id())));
        if (endpoint.earlierSecret() != null
                && endpoint.earlierUntil() != null
                && now.isBefore(endpoint.earlierUntil())) {
            secrets.add(key.decrypt(endpoint.earlierSecret(), place(endpoint.id())));
        }
        return secrets;
    }

    private static byte[] place(UUID endpoint) {
        return AssociatedData.of("webhook-secret", endpoint);
    }

    private String written(Notice notice) {
        try {
            return json.writeValueAsString(notice);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
