package no.brevdue.platform.testing;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks every operation of the running service: with each token that must not be accepted, and from a rightful caller with
 * each input that must not be. Every attack must be answered by its problem, which tells nothing; all of them on one operation
 * change no row.
 */
public final class Endpoints {

    private final TokenAttacks tokens;
    private final Standstill still;

    private Endpoints(TokenAttacks tokens, Standstill still) {
        this.tokens = tokens;
        this.still = still;
    }

    /** One test for each operation that the service publishes. */
    public static Stream<DynamicTest> attacked() {
        List<Operation> operations = Operations.ofRunningService();
        Standstill still = Standstill.begin();
        Endpoints endpoints = new Endpoints(new TokenAttacks(operations), still);
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> endpoints.attack(operation)))
                .onClose(still::close);
    }

    private void attack(Operation operation) {
        List<Attack> inputs = InputAttacks.on(operation).toList();
        if (inputs.isEmpty() && operation.method().equals("GET")) {
            assertAdmitted(operation);
        }
        SoftAssertions softly = new SoftAssertions();
        var before = still.tables();
        Stream.concat(tokens.on(operation), inputs.stream()).forEach(attack -> attack.check(softly));
        softly.assertThat(still.tables())
                .as("rows after all attacks on %s", operation)
                .isEqualTo(before);
        softly.assertAll();
    }

    /**
     * Where no input can be wrong, nothing else would tell that the token is good but for the one thing. What remains is a
     * {@code POST} without any input, which cannot be tried without doing it.
     */
    private static void assertAdmitted(Operation operation) {
        HttpResponse<String> answer = Call.rightful(operation).send();
        assertThat(answer.statusCode()).as("%s, its rightful caller", operation).isNotIn(401, 403);
    }
}
