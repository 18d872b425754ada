package no.brevdue.consent.terms;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown for people. HTML in the text is shown as text, and a link leads nowhere but to the web. */
final class Rendering {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private Rendering() {}

    static String html(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }

    static String plain(String markdown) {
        return PLAIN.render(PARSER.parse(markdown)) + "\n";
    }
}
