package no.brevdue.local.documents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/promises.csv} says of each promise how it is kept, and what it says is there. */
class PromisesTest {

    /** How many promises each of the five services that went before us made to its users. */
    private static final Map<String, Integer> SEEDS = Map.of("PP", 29, "HR", 28, "HM", 56, "FP", 29, "HN", 39);

    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

    @Test
    void everyPromiseIsThereOnce() {
        List<String> expected = SEEDS.entrySet().stream()
                .flatMap(seed -> IntStream.rangeClosed(1, seed.getValue())
                        .mapToObj(number -> "%s-%02d".formatted(seed.getKey(), number)))
                .toList();

        assertThat(promises().map(Promise::id)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void whatIsSaidOfItIsThere(Promise promise) {
        switch (promise.status()) {
            case "proven" ->
                assertThat(promise.proof().split(" "))
                        .allSatisfy(test -> assertThat(Repository.hasTest(test))
                                .as("%s is proven by %s", promise.id(), test)
                                .isTrue());
            case "documented" ->
                assertThat(Files.isRegularFile(Repository.ROOT.resolve(promise.proof())))
                        .as("%s is documented in %s", promise.id(), promise.proof())
                        .isTrue();
            case "superseded" -> {
                assertThat(promise.proof()).startsWith("docs/adr/");
                assertThat(Repository.ROOT.resolve(promise.proof())).isRegularFile();
            }
            default -> {
                assertThat(promise.status()).isEqualTo("open");
                assertThat(promise.proof()).isEmpty();
            }
        }
    }

    @Test
    void aTestThatIsNotRunProvesNothing() {
        String source = """
                /** A class of tests. */
                class SomeTest {

                    @Test
                    void isRun() {
                        assertThat(true).isTrue();
                    }

                    @Disabled
                    @Test
                    void isLeftOut() {
                        assertThat(true).isTrue();
                    }

                    void isNoTest() {}
                }
                """;

        assertThat(Repository.runs("isRun", source)).isTrue();
        assertThat(Repository.runs("isLeftOut", source)).isFalse();
        assertThat(Repository.runs("isNoTest", source)).isFalse();
        assertThat(Repository.runs("isRun", source.replace("class", "@Disabled\nclass")))
                .isFalse();
        assertThat(Repository.isBuiltTest(Repository.ROOT.resolve("platform/src/test/java/SomeTest.java")))
                .isTrue();
        assertThat(Repository.isBuiltTest(Repository.ROOT.resolve("elsewhere/src/test/java/SomeTest.java")))
                .isFalse();
    }

    static Stream<Promise> promises() {
        return Repository.read(Repository.ROOT.resolve("docs/promises.csv"))
                .lines()
                .skip(1)
                .map(Promise::of);
    }

    /** A line of the file. */
    record Promise(String id, String seed, String text, String service, String status, String proof) {

        static Promise of(String line) {
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(line);
            while (cell.find()) {
                cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            }
            assertThat(cells).as(line).hasSize(6);
            return new Promise(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
        }
    }
}
