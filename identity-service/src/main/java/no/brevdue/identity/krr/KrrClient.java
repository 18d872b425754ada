package no.brevdue.identity.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.brevdue.identity.register.Maskinporten;
import no.brevdue.identity.register.RegisterHttp;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

/** The contact and reservation register (Kontakt- og reservasjonsregisteret, KRR), {@code /rest/v2/personer}. */
@ApplicationScoped
public class KrrClient {

    private static final String NAME = "KRR";
    private static final String SCOPES = "krr:global/kontaktinformasjon.read krr:global/digitalpost.read";
    private static final int MOST_PERSONS = 1_000;

    private final RegisterHttp http;
    private final Maskinporten maskinporten;
    private final URI base;

    KrrClient(RegisterHttp http, Maskinporten maskinporten, @ConfigProperty(name = "brevdue.krr.url") URI base) {
        this.http = http;
        this.maskinporten = maskinporten;
        this.base = base;
    }

    /**
     * What KRR says of each of them, at most 1000 in one question.
     *
     * @throws RegisterUnavailableException if it is away or leaves anybody out
     */
    public Map<NationalIdentityNumber, ContactData> ask(Collection<NationalIdentityNumber> numbers) {
        if (numbers.size() > MOST_PERSONS) {
            throw new IllegalArgumentException("KRR answers for at most " + MOST_PERSONS + " persons at a time");
        }
        JsonNode answer = http.ask(NAME, question(numbers))
                .orElseThrow(() -> new RegisterUnavailableException(NAME, "has no such address"));
        Map<String, ContactData> told = new HashMap<>();
        answer.path("personer").forEach(person -> told.put(KrrPerson.number(person), KrrPerson.read(person)));
        Map<NationalIdentityNumber, ContactData> data = new HashMap<>();
        for (NationalIdentityNumber number : numbers) {
            ContactData person = told.get(number.value());
            if (person == null) {
                throw new RegisterUnavailableException(NAME, "leaves out somebody who was asked for");
            }
            data.put(number, person);
        }
        return data;
    }

    private HttpRequest question(Collection<NationalIdentityNumber> numbers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("personidentifikatorer");
        numbers.forEach(number -> list.add(number.value()));
        return http.question(base, "/rest/v2/personer")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + maskinporten.token(SCOPES))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }
}
