package no.brevdue.notification.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks identity-service how a person can be reached, at the moment it is needed and for that purpose alone. */
@ApplicationScoped
public class ContactClient {

    private static final Logger LOGGER = Logger.getLogger(ContactClient.class);
    /** The code of identity-service's problem no-such-alias. */
    private static final String NO_SUCH_ALIAS = "BD-1110";

    private final ServiceHttp identity;
    private final ContactConfig config;
    private final MeterRegistry meters;

    ContactClient(ServiceHttp identity, ContactConfig config, MeterRegistry meters) {
        this.identity = identity;
        this.config = config;
        this.meters = meters;
    }

    /**
     * How to reach whoever may read a letter to somebody. Never throws: whatever goes wrong is {@link ContactLookup.Away}.
     *
     * @param letter whether parents of somebody between 12 and 16 see it
     */
    public ContactLookup lookUp(UUID alias, ParentVisibility letter, LookupPurpose purpose) {
        ContactLookup answer = identity.post(
                        config.url(),
                        "/v1/contact-points/lookups",
                        Map.of("alias", alias, "purpose", purpose.code(), "parentVisibility", letter))
                .map(ContactClient::read)
                .orElseGet(ContactLookup.Away::new);
        meters.counter("brevdue.contact.lookups", "answer", answer.getClass().getSimpleName())
                .increment();
        return answer;
    }

    private static ContactLookup read(ServiceHttp.Answer answer) {
        return switch (answer.status()) {
            case 200 -> contact(answer);
            case 404 -> nobody(answer);
            default -> away(answer);
        };
    }

    private static ContactLookup contact(ServiceHttp.Answer answer) {
        try {
            JsonNode others = answer.body().path("others");
            List<ContactLookup.Reader> readers = Stream.concat(
                            Stream.of(answer.body()), StreamSupport.stream(others.spliterator(), false))
                    .flatMap(reader -> EmailAddress.of(reader.path("email").asText()).stream()
                            .map(email -> new ContactLookup.Reader(email, language(reader))))
                    .toList();
            return readers.isEmpty() ? new ContactLookup.NoChannel() : new ContactLookup.Reachable(readers);
        } catch (IllegalArgumentException unknownLanguage) {
            return away(answer);
        }
    }

    private static Language language(JsonNode reader) {
        return reader.hasNonNull("language")
                ? Language.valueOf(reader.path("language").asText())
                : Language.NB;
    }

    /** Only identity-service itself can say that it knows nobody; a proxy that has lost its way says 404 as well. */
    private static ContactLookup nobody(ServiceHttp.Answer answer) {
        return answer.text("code").filter(NO_SUCH_ALIAS::equals).isPresent()
                ? new ContactLookup.NoChannel()
                : new ContactLookup.Away();
    }

    private static ContactLookup away(ServiceHttp.Answer answer) {
        LOGGER.warnf("Contact points could not be looked up: status=%d", answer.status());
        return new ContactLookup.Away();
    }
}
