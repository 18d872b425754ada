package no.brevdue.notification.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import org.jboss.logging.Logger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks identity-service how people can be reached, at the moment it is needed and for that purpose alone. */
@ApplicationScoped
public class ContactClient {

    private static final Logger LOGGER = Logger.getLogger(ContactClient.class);
    private static final int OK = 200;
    private static final int INTERNAL_ERROR = 500;

    /** Enough for one in fifty; all of them take less time than a notification may be in hand. */
    private static final int MOST_REQUESTS = 12;

    private final ServiceHttp identity;
    private final ContactConfig config;
    private final MeterRegistry meters;

    ContactClient(ServiceHttp identity, ContactConfig config, MeterRegistry meters) {
        this.identity = identity;
        this.config = config;
        this.meters = meters;
    }

    /**
     * Something to be told to whoever may read the letters of somebody.
     *
     * @param alias the person
     * @param parentVisibility whether parents of somebody between 12 and 16 see it
     */
    public record Letter(UUID alias, ParentVisibility parentVisibility) {}

    /** How to reach whoever may read one letter. */
    public ContactLookup lookUp(Letter letter, LookupPurpose purpose) {
        return lookUp(List.of(letter), purpose).getFirst();
    }

    /**
     * How to reach whoever may read each letter, in their order; 50 at most, in one request. Never throws: whatever goes wrong
     * is {@link ContactLookup.Away}.
     */
    public List<ContactLookup> lookUp(List<Letter> letters, LookupPurpose purpose) {
        if (letters.isEmpty()) {
            return List.of();
        }
        List<ContactLookup> answers = ask(letters, purpose);
        answers.forEach(answer -> meters.counter(
                        "brevdue.contact.lookups", "answer", answer.getClass().getSimpleName())
                .increment());
        return answers;
    }

    /** One whom identity-service stumbles over is found by halves, and does not hold up the others. */
    private List<ContactLookup> ask(List<Letter> letters, LookupPurpose purpose) {
        Map<Letter, ContactLookup> found = new HashMap<>();
        Deque<List<Letter>> open = new ArrayDeque<>(List.of(letters));
        for (int requests = 0; !open.isEmpty() && requests < MOST_REQUESTS; requests++) {
            List<Letter> some = open.remove();
            Optional<ServiceHttp.Answer> answer = identity.post(
                    config.url(), "/v1/contact-points/lookups", Map.of("letters", some, "purpose", purpose.code()));
            if (some.size() > 1 && answer.map(ServiceHttp.Answer::status).equals(Optional.of(INTERNAL_ERROR))) {
                int half = some.size() / 2;
                open.add(some.subList(0, half));
                open.add(some.subList(half, some.size()));
            } else if (answer.isPresent()) {
                for (int i = 0; i < some.size(); i++) {
                    found.put(some.get(i), read(answer.get(), i, some.get(i)));
                }
            }
        }
        return letters.stream()
                .map(letter -> found.getOrDefault(letter, new ContactLookup.Away()))
                .toList();
    }

    /** Only identity-service itself repeats the alias: a proxy that has lost its way proves nothing. */
    private static ContactLookup read(ServiceHttp.Answer answer, int index, Letter letter) {
        JsonNode one = answer.body().path("answers").path(index);
        if (answer.status() != OK
                || !one.path("alias").asText().equals(letter.alias().toString())) {
            LOGGER.warnf("Contact points could not be looked up: status=%d", answer.status());
            return new ContactLookup.Away();
        }
        return one.hasNonNull("contact") ? contact(one.path("contact")) : new ContactLookup.NoChannel();
    }

    private static ContactLookup contact(JsonNode contact) {
        try {
            List<ContactLookup.Reader> readers = Stream.concat(
                            Stream.of(contact),
                            StreamSupport.stream(contact.path("others").spliterator(), false))
                    .flatMap(reader -> EmailAddress.of(reader.path("email").asText()).stream()
                            .map(email -> new ContactLookup.Reader(email, language(reader))))
                    .toList();
            return readers.isEmpty() ? new ContactLookup.NoChannel() : new ContactLookup.Reachable(readers);
        } catch (IllegalArgumentException unknownLanguage) {
            LOGGER.warn("Contact points were answered in a language nobody knows");
            return new ContactLookup.Away();
        }
    }

    private static Language language(JsonNode reader) {
        return reader.hasNonNull("language")
                ? Language.valueOf(reader.path("language").asText())
                : Language.NB;
    }
}
