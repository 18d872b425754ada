package no.brevdue.identity.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.identity.register.Breaker;
import no.brevdue.identity.register.Maskinporten;
import no.brevdue.identity.register.RegisterHttp;
import no.brevdue.identity.register.RegisterReply;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.time.RealTime;
import org.jspecify.annotations.Nullable;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the event feed (hendelsesliste) of the population register. Metric: {@code brevdue.population.feed.resting}. */
@ApplicationScoped
class FeedClient {

    /** As many as the feed tells at a time. */
    static final int PAGE = 1_000;

    private static final String NAME = "The population register's feed";
    private static final String PATH = "/folkeregisteret/offentlig-med-hjemmel/api/v1/hendelser/feed?seq=";
    private static final String SCOPE = "folkeregister:deling/offentligmedhjemmel";
    /** For a register that says it is busy and not for how long. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private static final Duration LONGEST_BUSY = Duration.ofMinutes(1);

    private final RegisterHttp http;
    private final Maskinporten maskinporten;
    private final FeedConfig config;
    private final Breaker breaker;
    private volatile @Nullable Seen last;

    /** The tag of an answer, by which the feed recognises that it has nothing new. */
    private record Seen(long from, String tag) {}

    FeedClient(
            RegisterHttp http,
            Maskinporten maskinporten,
            FeedConfig config,
            MeterRegistry meters,
            @RealTime Clock clock) {
        this.http = http;
        this.maskinporten = maskinporten;
        this.config = config;
        this.breaker = new Breaker(NAME, config.rest(), clock);
        meters.gauge("brevdue.population.feed.resting", breaker, state -> state.resting() ? 1 : 0);
    }

    /**
     * At most {@link #PAGE} events, from this sequence number on.
     *
     * @throws RegisterUnavailableException if it is away, does not answer as agreed, or has failed too often lately
     */
    FeedAnswer from(long sequence) {
        return breaker.ask(() -> ask(sequence));
    }

    private FeedAnswer ask(long sequence) {
        HttpRequest.Builder question = http.question(config.url(), PATH + sequence)
                .header("Authorization", "Bearer " + maskinporten.token(SCOPE))
                .timeout(config.patience());
        Seen seen = last;
        if (seen != null && seen.from() == sequence) {
            question = question.header("If-None-Match", seen.tag());
        }
        RegisterReply reply = http.exchange(NAME, question.build());
        return switch (reply.status()) {
            case 200 -> {
                List<LifeEvent> events = events(reply.json());
                // Only an answer without events may be repeated unread: others are followed by the next page.
                last = events.isEmpty()
                        ? reply.header("ETag")
                                .map(tag -> new Seen(sequence, tag))
                                .orElse(null)
                        : null;
                yield new FeedAnswer.Events(events);
            }
            case 304 -> new FeedAnswer.Events(List.of());
            case 429 -> new FeedAnswer.Busy(pause(reply));
            default -> throw new RegisterUnavailableException(NAME, "answers " + reply.status());
        };
    }

    private static List<LifeEvent> events(JsonNode page) {
        if (!page.isArray()) {
            throw new RegisterUnavailableException(NAME, "answers without a list");
        }
        List<LifeEvent> events = new ArrayList<>();
        for (JsonNode entry : page) {
            String number = entry.at("/hendelse/folkeregisteridentifikator").asText();
            if (!entry.path("sekvensnummer").isIntegralNumber() || number.isEmpty()) {
                throw new RegisterUnavailableException(NAME, "tells an event without number or person");
            }
            events.add(new LifeEvent(entry.path("sekvensnummer").asLong(), number));
        }
        events.sort(Comparator.comparingLong(LifeEvent::sequence));
        return events;
    }

    /** The feed counts milliseconds, unlike HTTP. */
    private static Duration pause(RegisterReply reply) {
        Duration asked = reply.header("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .orElse(BUSY);
        return asked.compareTo(LONGEST_BUSY) < 0 ? asked : LONGEST_BUSY;
    }
}
