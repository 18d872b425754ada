package no.brevdue.identity.registration;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.identity.person.RegisterFacts;
import no.brevdue.identity.register.RegisterHttp;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** The population register (Folkeregisteret), as Persontjenesten of Norsk helsenett serves it with legal basis. */
@ApplicationScoped
class PopulationRegisterClient {

    private static final String NAME = "The population register";
    private static final String PARTS =
            "&informationParts=Birth&informationParts=Death&informationParts=Status&informationParts=AddressProtection";

    private final RegisterHttp http;
    private final URI base;

    PopulationRegisterClient(RegisterHttp http, @ConfigProperty(name = "brevdue.population-register.url") URI base) {
        this.http = http;
        this.base = base;
    }

    /**
     * What it says of somebody; nothing if nobody has the number.
     *
     * @throws RegisterUnavailableException if it is away, or knows no date of birth
     */
    Optional<RegisterFacts> find(NationalIdentityNumber number) {
        // In the body, so that the number stands in nobody's access log.
        HttpRequest question = http.question(base, "/api/legal-basis/person/get-by-nin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("api-version", "3")
                .POST(HttpRequest.BodyPublishers.ofString("nin=" + number.value() + PARTS))
                .build();
        return http.ask(NAME, question).map(PopulationRegisterClient::facts);
    }

    private static RegisterFacts facts(JsonNode person) {
        return PopulationRecord.facts(person)
                .orElseThrow(() -> new RegisterUnavailableException(NAME, "answers without a date of birth"));
    }
}
