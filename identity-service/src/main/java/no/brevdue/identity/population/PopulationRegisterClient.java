package no.brevdue.identity.population;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import no.brevdue.identity.register.Breaker;
import no.brevdue.identity.register.RegisterHttp;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.time.RealTime;
import org.jboss.logging.Logger;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The population register (Folkeregisteret), as Persontjenesten of Norsk helsenett serves it with legal basis. Metrics:
 * {@code brevdue.population.questions} by outcome, {@code brevdue.population.resting}.
 */
@ApplicationScoped
public class PopulationRegisterClient {

    private static final Logger LOGGER = Logger.getLogger(PopulationRegisterClient.class);
    private static final String NAME = "The population register";
    private static final String PARTS = Stream.of(
                    "NorwegianIdentificationNumber",
                    "Name",
                    "Birth",
                    "Death",
                    "Status",
                    "AddressProtection",
                    "ResidentialAddress",
                    "SharedResidence",
                    "ParentalResponsibility",
                    "GuardianshipOrFuturePowerOfAttorney")
            .map(part -> "&informationParts=" + part)
            .collect(Collectors.joining());

    private final RegisterHttp http;
    private final PopulationConfig config;
    private final NationalIdentityNumbers numbers;
    private final Breaker breaker;
    private final MeterRegistry meters;

    PopulationRegisterClient(
            RegisterHttp http,
            PopulationConfig config,
            NationalIdentityNumbers numbers,
            MeterRegistry meters,
            @RealTime Clock clock) {
        this.http = http;
        this.config = config;
        this.numbers = numbers;
        this.breaker = new Breaker(NAME, config.rest(), clock);
        this.meters = meters;
        meters.gauge("brevdue.population.resting", breaker, state -> state.resting() ? 1 : 0);
    }

    /** What it says of each of them, asked about all at once. A birth date it does not know or contradicts counts as away. */
    public Map<NationalIdentityNumber, PopulationAnswer> find(Collection<NationalIdentityNumber> asked) {
        Map<NationalIdentityNumber, Future<PopulationAnswer>> questions = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (NationalIdentityNumber number : new LinkedHashSet<>(asked)) {
                Callable<PopulationAnswer> question = () -> find(number);
                questions.put(number, threads.submit(question));
            }
        }
        Map<NationalIdentityNumber, PopulationAnswer> answers = new HashMap<>();
        questions.forEach((number, answer) -> answers.put(number, result(answer)));
        return answers;
    }

    /**
     * Where something can be posted to somebody now; nothing if the register has no address that may be used.
     *
     * @throws RegisterUnavailableException if it is away
     */
    public Optional<PostalAddress> address(NationalIdentityNumber number) {
        HttpRequest question = http.question(config.url(), "/api/legal-basis/person/get-by-nin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("api-version", "3")
                .timeout(config.patience())
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "nin=" + number.value()
                                        + "&informationParts=Name&informationParts=AddressProtection&informationParts=ResidentialAddress"))
                .build();
        return breaker.ask(() -> http.ask(NAME, question)).flatMap(PostalAddress::of);
    }

    /** One person's record that cannot be read says nothing about the register: it is not left alone for that. */
    private PopulationAnswer find(NationalIdentityNumber number) {
        try {
            return breaker.ask(() -> ask(number)).map(this::read).orElseGet(PopulationAnswer.Nobody::new);
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf("The population register could not be asked: %s", away.getMessage());
            return new PopulationAnswer.Away();
        }
    }

    private Optional<JsonNode> ask(NationalIdentityNumber number) {
        // In the body, so that the number stands in nobody's access log.
        HttpRequest question = http.question(config.url(), "/api/legal-basis/person/get-by-nin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("api-version", "3")
                .timeout(config.patience())
                .POST(HttpRequest.BodyPublishers.ofString("nin=" + number.value() + PARTS))
                .build();
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            Optional<JsonNode> answer = http.ask(NAME, question);
            outcome = "answered";
            return answer;
        } finally {
            long unused = sample.stop(meters.timer("brevdue.population.questions", "outcome", outcome));
        }
    }

    private PopulationAnswer read(JsonNode person) {
        Optional<PopulationRecord> record = new PopulationDocument(person, this::number).read();
        if (record.isEmpty()) {
            LOGGER.warn("The population register tells no date of birth of somebody, or two");
            meters.counter("brevdue.population.contradictions").increment();
        }
        return record.<PopulationAnswer>map(PopulationAnswer.Known::new).orElseGet(PopulationAnswer.Away::new);
    }

    /** A number that may not be used here, such as a synthetic one in production, names nobody. */
    private Optional<NationalIdentityNumber> number(String digits) {
        try {
            return digits.isEmpty() ? Optional.empty() : Optional.of(numbers.parse(digits));
        } catch (ProblemException unusable) {
            return Optional.empty();
        }
    }

    private static PopulationAnswer result(Future<PopulationAnswer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException fault) {
            LOGGER.errorf(fault, "An answer of the population register could not be read; it is asked again");
            return new PopulationAnswer.Away();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new PopulationAnswer.Away();
        }
    }
}
