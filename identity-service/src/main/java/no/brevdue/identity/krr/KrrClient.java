package no.brevdue.identity.krr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import no.brevdue.identity.register.Breaker;
import no.brevdue.identity.register.Maskinporten;
import no.brevdue.identity.register.RegisterHttp;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.time.RealTime;
import org.jboss.logging.Logger;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks {@code /rest/v2/personer}. Metrics: {@code brevdue.krr.questions} by outcome, {@code brevdue.krr.resting}, {@code brevdue.krr.unanswered}. */
@ApplicationScoped
public class KrrClient {

    /** As many as the register answers for in one question. */
    public static final int MOST_PERSONS = 1_000;

    private static final Logger LOGGER = Logger.getLogger(KrrClient.class);
    private static final int FEW = 10;
    private static final String NAME = "KRR";
    private static final String SCOPES = "krr:global/kontaktinformasjon.read krr:global/digitalpost.read";

    private final RegisterHttp http;
    private final Maskinporten maskinporten;
    private final KrrConfig config;
    private final Breaker breaker;
    private final MeterRegistry meters;

    KrrClient(
            RegisterHttp http,
            Maskinporten maskinporten,
            KrrConfig config,
            MeterRegistry meters,
            @RealTime Clock clock) {
        this.http = http;
        this.maskinporten = maskinporten;
        this.config = config;
        this.breaker = new Breaker(NAME, config.rest(), clock);
        this.meters = meters;
        meters.gauge("brevdue.krr.resting", breaker, state -> state.resting() ? 1 : 0);
    }

    /**
     * What KRR says of each of them, at most {@link #MOST_PERSONS} in one question. Whoever it leaves out, or says two things
     * about, is missing in the answer: nothing is known of them.
     *
     * @throws RegisterUnavailableException if it is away, does not answer as agreed, or has failed too often lately
     */
    public Map<NationalIdentityNumber, ContactData> ask(Collection<NationalIdentityNumber> numbers) {
        return ask(numbers, numbers.size() <= FEW ? config.patience() : config.patienceForMany());
    }

    /** The same, while somebody waits who would rather have old answers than none, however many they are about. */
    public Map<NationalIdentityNumber, ContactData> askInHaste(Collection<NationalIdentityNumber> numbers) {
        return ask(numbers, config.patience());
    }

    private Map<NationalIdentityNumber, ContactData> ask(
            Collection<NationalIdentityNumber> numbers, Duration patience) {
        if (numbers.size() > MOST_PERSONS) {
            throw new IllegalArgumentException("KRR answers for at most " + MOST_PERSONS + " persons at a time");
        }
        Map<String, JsonNode> told = breaker.ask(() -> told(numbers, patience));
        Map<NationalIdentityNumber, ContactData> data = new HashMap<>();
        for (NationalIdentityNumber number : numbers) {
            JsonNode person = told.get(number.value());
            if (person != null) {
                data.put(number, KrrPerson.read(person));
            }
        }
        int unanswered = numbers.size() - data.size();
        if (unanswered > 0) {
            LOGGER.warnf("KRR left out or contradicted itself about %d of %d persons", unanswered, numbers.size());
            meters.counter("brevdue.krr.unanswered").increment(unanswered);
        }
        return data;
    }

    private Map<String, JsonNode> told(Collection<NationalIdentityNumber> numbers, Duration patience) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            JsonNode answer = http.ask(NAME, question(numbers, patience))
                    .orElseThrow(() -> new RegisterUnavailableException(NAME, "has no such address"));
            if (!answer.path("personer").isArray()) {
                throw new RegisterUnavailableException(NAME, "answers without any list of persons");
            }
            outcome = "answered";
            return withoutContradictions(answer.path("personer"));
        } finally {
            long unused = sample.stop(meters.timer("brevdue.krr.questions", "outcome", outcome));
        }
    }

    private static Map<String, JsonNode> withoutContradictions(JsonNode people) {
        Map<String, JsonNode> told = new HashMap<>();
        Set<String> contradicted = new HashSet<>();
        for (JsonNode person : people) {
            JsonNode before = told.putIfAbsent(KrrPerson.number(person), person);
            if (before != null && !before.equals(person)) {
                contradicted.add(KrrPerson.number(person));
            }
        }
        told.keySet().removeAll(contradicted);
        return told;
    }

    private HttpRequest question(Collection<NationalIdentityNumber> numbers, Duration patience) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("personidentifikatorer");
        numbers.forEach(number -> list.add(number.value()));
        return http.question(config.url(), "/rest/v2/personer")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + maskinporten.token(SCOPES))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }
}
