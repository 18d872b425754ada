package no.brevdue.local.documents;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import no.brevdue.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/problems.md} lists every problem a caller can meet, and no two of them can be taken for each other. */
class ProblemsTest {

    private static final Path COMMITTED = Repository.ROOT.resolve("docs/problems.md");

    private static final String HEAD = """
            # Problems

            What a caller is told when something cannot be done: `application/problem+json` (RFC 9457) with a stable `code`, a `type`
            that ends in the word below, and where the request is to blame its place in `errors`. Codes are never reused. Programs
            should look at `code`; `detail` is for people and may change. Generated from the enums that implement `ProblemType`.
            """;

    private static final List<ProblemType> PROBLEMS = problems();

    @Test
    void everyModuleWithProblemsIsLookedInto() {
        assertThat(PROBLEMS.stream().map(ProblemsTest::module))
                .contains("platform", "identity", "consent", "mailbox", "audit");
    }

    @Test
    void noTwoProblemsShareACode() {
        assertThat(PROBLEMS).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    @Test
    void noTwoProblemsShareAType() {
        assertThat(PROBLEMS).extracting(ProblemType::slug).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeIsInTheHundredOfItsModule() {
        assertThat(PROBLEMS)
                .allSatisfy(problem -> assertThat(problem.code() / 100)
                        .as("BD-%d", problem.code())
                        .isEqualTo(hundred(module(problem))));
    }

    @Test
    void thePageIsTheGeneratedOne() throws IOException {
        String page = HEAD
                + PROBLEMS.stream().collect(groupingBy(ProblemsTest::module)).values().stream()
                        .sorted(Comparator.comparing(
                                chapter -> chapter.getFirst().code()))
                        .map(ProblemsTest::chapter)
                        .collect(joining());
        if (System.getProperty("approve") != null) {
            Files.writeString(COMMITTED, page);
        }

        assertThat(page)
                .as("the problems changed; if they were meant to: ./mvnw -pl deploy/local -am test -Dtest=ProblemsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dapprove")
                .isEqualTo(Repository.read(COMMITTED));
    }

    private static List<ProblemType> problems() {
        return new ClassFileImporter()
                .importPackages("no.brevdue").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(ProblemType.class::cast)
                        .sorted(Comparator.comparing(ProblemType::code))
                        .toList();
    }

    private static String chapter(List<ProblemType> problems) {
        String module = module(problems.getFirst());
        return "\n## %s\n\n| code | type | status | meaning |\n|---|---|---|---|\n%s\n"
                .formatted(
                        module.equals("platform") ? "Every service" : module + "-service",
                        problems.stream().map(ProblemsTest::row).collect(joining("\n")));
    }

    private static String row(ProblemType problem) {
        return String.format(
                Locale.ROOT,
                "| BD-%04d | `%s` | %d | %s |",
                problem.code(),
                problem.slug(),
                problem.kind().status(),
                problem.meaning().replace("<", "&lt;"));
    }

    private static String module(ProblemType problem) {
        return problem.getClass().getPackageName().split("\\.", -1)[2];
    }

    private static int hundred(String module) {
        return switch (module) {
            case "platform" -> 10;
            case "identity" -> 11;
            case "consent" -> 12;
            case "mailbox" -> 13;
            case "notification" -> 14;
            case "audit" -> 15;
            default -> throw new IllegalArgumentException("No codes are set aside for " + module);
        };
    }
}
