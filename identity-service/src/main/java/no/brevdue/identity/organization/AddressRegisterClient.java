package no.brevdue.identity.organization;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.identity.register.Breaker;
import no.brevdue.identity.register.RegisterHttp;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.time.RealTime;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the address register of Norsk helsenett for what has happened. Metric: {@code brevdue.addresses.resting}. */
@ApplicationScoped
class AddressRegisterClient {

    private static final String NAME = "The address register";

    private final RegisterHttp http;
    private final AddressRegisterConfig config;
    private final Breaker breaker;

    AddressRegisterClient(
            RegisterHttp http, AddressRegisterConfig config, MeterRegistry meters, @RealTime Clock clock) {
        this.http = http;
        this.config = config;
        this.breaker = new Breaker(NAME, config.rest(), clock);
        meters.gauge("brevdue.addresses.resting", breaker, state -> state.resting() ? 1 : 0);
    }

    /**
     * A page of events, those seen already perhaps among them.
     *
     * @throws RegisterUnavailableException if it is away, does not answer as agreed, or has failed too often lately
     */
    List<JsonNode> after(long eventId) {
        return breaker.ask(() -> {
            HttpRequest question = http.question(config.url(), "/CommunicationPartyEvents?EventId=" + eventId)
                    .timeout(config.patience())
                    .build();
            JsonNode events = http.ask(NAME, question)
                    .map(answer -> answer.path("CommunicationParties"))
                    .filter(JsonNode::isArray)
                    .orElseThrow(() -> new RegisterUnavailableException(NAME, "answers without a list"));
            return StreamSupport.stream(events.spliterator(), false).toList();
        });
    }
}
