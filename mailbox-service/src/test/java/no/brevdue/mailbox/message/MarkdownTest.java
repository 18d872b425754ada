package no.brevdue.mailbox.message;

import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a letter may hold, and what its reader's screen and printer make of it. */
class MarkdownTest {

    private static final String LETTER = """
            # Ny time

            Du har time **mandag**. Ta med:

            1. legitimasjon
            2. *medisinliste*

            - Ring oss\\
              om den ikke passer""";

    @Test
    void aLetterIsShownWithItsElementsAndPrintedWithoutItsMarks() {
        Markdown.require(LETTER);

        assertThat(Markdown.html(LETTER))
                .contains(
                        "<h1>Ny time</h1>", "<strong>mandag</strong>", "<li>legitimasjon</li>", "<em>medisinliste</em>")
                .contains("<ul>", "<br />");
        assertThat(Markdown.text(LETTER))
                .contains("Ny time", "mandag", "1. legitimasjon")
                .doesNotContain("#", "*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [klikk](https://example.no)          | Link
            [klikk](javascript:alert(1))         | Link
            <https://example.no>                 | Link
            <ola@example.no>                     | Link
            ![](https://example.no/pixel.png)    | Image
            a <b>b</b>                           | HtmlInline
            <script>alert(1)</script>            | HtmlBlock
            <!-- -->                             | HtmlBlock
            `code`                               | Code
            > sitat                              | BlockQuote
            ***                                  | ThematicBreak
            - - [klikk](data:text/html,x)        | Link""")
    void whatLeadsElsewhereOrIsHtmlIsRefused(String body, String kind) {
        assertThatThrownBy(() -> Markdown.require(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.violations())
                                .singleElement()
                                .extracting(Violation::detail)
                                .asString()
                                .contains(kind)
                                .doesNotContain("example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\\<script>alert(1)</script\\>",
                "&#60;img src=x onerror=alert(1)&#62;",
                "# \" onmouseover=alert(1)",
                "javascript:alert(1)",
                "https://example.no",
                "[1]: https://example.no"
            })
    void whatOnlyLooksLikeItIsText(String body) {
        assertThat(Markdown.html(body))
                .doesNotContain("<script", "<img", "<a ", "href")
                .doesNotContain("\" onmouse");
    }

    /** A second wall: a body that was let in by mistake does no harm on a screen. */
    @Test
    void evenWhatShouldHaveBeenRefusedRunsNothing() {
        assertThat(Markdown.html("<script>alert(1)</script>\n\na <img src=x> [x](javascript:alert(1))"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<img", "javascript:");
    }
}
