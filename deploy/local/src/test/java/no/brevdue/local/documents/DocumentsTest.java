package no.brevdue.local.documents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents name is there. */
class DocumentsTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test#\\w+)`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");

    @Test
    void everyTestThatGuardsAnInvariantExists() {
        List<String> named =
                found(TEST, Repository.ROOT.resolve("ARCHITECTURE.md")).toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(
                        test -> assertThat(Repository.hasTest(test)).as(test).isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(found(LINK, page).map(page::resolveSibling))
                .allSatisfy(
                        target -> assertThat(target).as("linked from %s", page).exists());
    }

    @Test
    void theFrontPageIsShort() {
        assertThat(Repository.read(Repository.ROOT.resolve("README.md")).lines())
                .hasSizeLessThanOrEqualTo(120);
    }

    static Stream<Path> pages() {
        return Repository.files(".md").stream();
    }

    private static Stream<String> found(Pattern pattern, Path page) {
        return pattern.matcher(Repository.read(page)).results().map((MatchResult match) -> match.group(1));
    }
}
