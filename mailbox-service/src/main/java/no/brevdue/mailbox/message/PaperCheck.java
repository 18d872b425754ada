package no.brevdue.mailbox.message;

import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.platform.problem.Violation;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether the printing house could put a letter on paper whole, asked when the letter is accepted or asked about: two weeks
 * later, when nobody has read it, is too late to hear that it cannot.
 */
@ApplicationScoped
public class PaperCheck {

    /** The letters that are printed are set in it. */
    public static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Optional<URI> printer;

    PaperCheck(@ConfigProperty(name = "brevdue.print.url") Optional<URI> printer) {
        this.printer = printer;
    }

    /**
     * Refuses a letter that shall be printed and cannot be.
     *
     * @param body as a reader sees it
     */
    public void require(FallbackPolicy fallback, boolean attachments, @Nullable String title, @Nullable String body) {
        if (fallback != FallbackPolicy.PRINT) {
            return;
        }
        if (printer.isEmpty()) {
            throw MessageProblem.NO_PRINTER.because("Nobody prints here.");
        }
        List<Violation> faults = new ArrayList<>();
        if (attachments) {
            faults.add(new Violation("/attachments", "cannot be printed"));
        }
        if (title != null && !canBeSet(title)) {
            faults.add(new Violation("/title", "has a character that cannot be printed"));
        }
        if (body != null && !canBeSet(body)) {
            faults.add(new Violation("/body", "has a character that cannot be printed"));
        }
        if (!faults.isEmpty()) {
            throw MessageProblem.NOT_PRINTABLE.because("The letter cannot be put on paper whole.", faults);
        }
    }

    private static boolean canBeSet(String text) {
        return text.lines().allMatch(line -> Glyphs.has(line.replace('\t', ' ')));
    }

    /** Loaded by the first letter that may be printed. */
    private static final class Glyphs {

        private static final PDFont LOADED = load();

        /** One at a time: fonts are not made for more. */
        static synchronized boolean has(String line) {
            try {
                byte[] unused = LOADED.encode(line);
                return true;
            } catch (IllegalArgumentException noGlyph) {
                return false;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private static PDFont load() {
            try (PDDocument document = new PDDocument();
                    InputStream file = PaperCheck.class.getResourceAsStream(FONT)) {
                return PDType0Font.load(document, file, false);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
