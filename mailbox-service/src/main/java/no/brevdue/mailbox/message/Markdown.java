package no.brevdue.mailbox.message;

import no.brevdue.platform.problem.Violation;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of Markdown (CommonMark) that letters may use: paragraphs, headings, lists, emphasis and line breaks. Nothing that
 * leads anywhere, is fetched from anywhere or is HTML: a letter from health care has no links that somebody could imitate.
 */
public final class Markdown {

    private static final Set<Class<? extends Node>> KNOWN = Set.of(
            Document.class,
            Paragraph.class,
            Heading.class,
            BulletList.class,
            OrderedList.class,
            ListItem.class,
            Emphasis.class,
            StrongEmphasis.class,
            HardLineBreak.class,
            SoftLineBreak.class,
            Text.class);

    private static final Parser PARSER = Parser.builder().build();

    /** What would be HTML is text in it, also if something unknown had been let in. */
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private Markdown() {}

    /** Refuses a body that holds anything else; says of which kind, and never what. */
    static void require(String body) {
        Set<String> unknown = new TreeSet<>();
        PARSER.parse(body).accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                    if (KNOWN.contains(child.getClass())) {
                        visitChildren(child);
                    } else {
                        unknown.add(child.getClass().getSimpleName());
                    }
                }
            }
        });
        if (!unknown.isEmpty()) {
            throw MessageProblem.MARKDOWN_REFUSED.because(
                    "The body holds what a letter may not hold.",
                    List.of(new Violation("/body", "must not hold " + String.join(", ", unknown))));
        }
    }

    /** For a reader's screen: nothing but the elements above, everything else as text. */
    public static String html(String body) {
        return HTML.render(PARSER.parse(body));
    }

    /** For paper: without the marks. */
    public static String text(String body) {
        return TEXT.render(PARSER.parse(body));
    }
}
