package no.brevdue.local.documents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents name is there. */
class DocumentsTest {

    private static final Path ARCHITECTURE = Repository.ROOT.resolve("ARCHITECTURE.md");

    private static final Pattern INVARIANT = Pattern.compile("(?m)^\\| (\\d+) \\| .+ \\| (.+) \\|$");
    private static final Pattern GUARD = Pattern.compile("`(\\w+Test#\\w+|\\./brevdue chaos)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test#\\w+)`");
    /** A field in YAML or JSON, or a parameter. */
    private static final Pattern NAME = Pattern.compile("(?m)^\\s*(?:- name: |\"|)(\\w+)(?:\"?:|$)");

    private static final Pattern PLACE =
            Pattern.compile("(?i)(?:geo|user|device|gps|bluetooth|beacon|wifi)?-?(?:location|coordinates?"
                    + "|latitude|longitude|lat|lng|geo\\w*|gps\\w*|bluetooth\\w*|beacon\\w*|wifi\\w*)");

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");

    /** With as much of its package as the document tells: {@code mailbox.routing.Routing}, {@code routing/Routing}. */
    private static final Pattern TYPE =
            Pattern.compile("`((?:[a-z]+[./])*)([A-Z][a-zA-Z0-9]*[a-z][a-zA-Z0-9]*)(?:[.#(][^`]*)?`");

    private static final Pattern GLOSSARY = Pattern.compile("(?s)## Glossary\n(.*?)\n## ");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| ([^|]+) \\|");
    private static final Pattern PACKAGE =
            Pattern.compile("(.+)/src/main/java/no/brevdue/\\w+/(\\w+)/.*package-info.java");

    private static final Set<String> TYPES_OF_OTHERS =
            Set.of("Clock", "ConstructorMapper", "DPoP", "ETag", "Instant", "KafkaClientMetrics");

    @Test
    void everyInvariantStandsInOnePlaceAndIsGuarded() {
        List<MatchResult> invariants =
                pages().flatMap(page -> matches(INVARIANT, page)).toList();

        assertThat(invariants.stream().map(invariant -> Integer.valueOf(invariant.group(1))))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, Math.max(65, invariants.size()))
                        .boxed()
                        .toList());
        assertThat(invariants.stream()
                        .filter(invariant -> !GUARD.matcher(invariant.group(2)).find())
                        .map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestThatIsNamedExists(Path page) {
        assertThat(found(TEST, page).filter(test -> !Repository.hasTest(test))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTypeThatIsNamedExists(Path page) {
        assertThat(matches(TYPE, page)
                        .filter(type -> !TYPES_OF_OTHERS.contains(type.group(2)))
                        .filter(type -> !Repository.hasType(type.group(1), type.group(2)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(found(LINK, page).map(page::resolveSibling))
                .allSatisfy(
                        target -> assertThat(target).as("linked from %s", page).exists());
    }

    @Test
    void everyPackageIsOnAMap() {
        List<MatchResult> packages = Repository.files("package-info.java").stream()
                .flatMap(file -> PACKAGE.matcher(file.toString()).results())
                .toList();

        assertThat(packages).hasSizeGreaterThan(80);
        assertThat(packages.stream()
                        .filter(found -> !map(found.group(1)).contains("`" + found.group(2) + "`"))
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void everyDecisionStandsInTheirIndexOnce() {
        Path index = Repository.ROOT.resolve("docs/adr/README.md");

        assertThat(found(LINK, index).map(index::resolveSibling))
                .containsExactlyInAnyOrderElementsOf(
                        pages().filter(page -> page.getParent().equals(index.getParent()) && !page.equals(index))
                                .toList());
    }

    @Test
    void noWordIsExplainedTwice() {
        assertThat(found(GLOSSARY, ARCHITECTURE)
                        .flatMap(glossary -> FIRST_CELL.matcher(glossary).results())
                        .flatMap(row -> Stream.of(row.group(1).split(", ", -1))))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void theFrontPageIsShort() {
        assertThat(Repository.read(Repository.ROOT.resolve("README.md")).lines())
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void theArchitectureIsReadInTenMinutes() {
        assertThat(Repository.read(ARCHITECTURE).split("\\s+")).hasSizeLessThan(2_750);
    }

    /** Where the packages of a module are told: in its own page, or in that of the house. */
    private static String map(String module) {
        Path own = Path.of(module, "README.md");
        return Repository.read(Files.exists(own) ? own : ARCHITECTURE);
    }

    @Test
    void noApiTakesAPlaceAndNoFactCarriesOne() {
        List<String> names = Stream.of(".openapi.yaml", ".schema.json")
                .flatMap(end -> Repository.files(end).stream())
                .flatMap(contract -> found(NAME, contract))
                .distinct()
                .toList();

        assertThat(names).hasSizeGreaterThan(300).contains("nationalIdentityNumber", "personId");
        assertThat(names).filteredOn(PLACE.asMatchPredicate()).isEmpty();
    }

    static Stream<Path> pages() {
        return Repository.files(".md").stream();
    }

    private static Stream<String> found(Pattern pattern, Path page) {
        return matches(pattern, page).map(match -> match.group(1));
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path page) {
        return pattern.matcher(Repository.read(page)).results();
    }
}
