package no.brevdue.mailbox.print;

import no.brevdue.mailbox.message.PaperCheck;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A letter as PDF/A-1b: a page with the address where the window of an envelope is, then the letter. */
final class LetterPdf {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String TITLE = "Brev";
    private static final float MARGIN = 71;
    private static final float SIZE = 11;
    private static final float LEADING = 15;
    private static final float TITLE_SIZE = 15;
    /** The window of a C5 envelope begins 45 mm below the edge. */
    private static final float ADDRESS_TOP = PDRectangle.A4.getHeight() - 135;

    private static final float TEXT_TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private LetterPdf() {}

    /** Nothing if a character has no glyph: a letter is printed whole or not at all. */
    static Optional<byte[]> of(
            String name,
            List<String> address,
            String sender,
            String language,
            Instant acceptedAt,
            String title,
            String body) {
        try (PDDocument document = new PDDocument();
                InputStream fontFile = LetterPdf.class.getResourceAsStream(PaperCheck.FONT)) {
            PDFont font = PDType0Font.load(document, fontFile, true);
            document.setVersion(1.4f);
            List<String> front = new ArrayList<>(List.of(name));
            front.addAll(address);
            write(document, font, ADDRESS_TOP, SIZE, front);
            List<String> text = new ArrayList<>();
            text.add("Avsender: organisasjonsnummer " + sender);
            text.add("Dato: " + LocalDate.ofInstant(acceptedAt, OSLO));
            text.add("");
            title.lines().forEach(line -> text.addAll(wrapped(font, TITLE_SIZE, line)));
            text.add("");
            body.lines().forEach(line -> text.addAll(wrapped(font, SIZE, line)));
            int perPage = (int) ((TEXT_TOP - MARGIN) / LEADING);
            for (int from = 0; from < text.size(); from += perPage) {
                write(document, font, TEXT_TOP, SIZE, text.subList(from, Math.min(text.size(), from + perPage)));
            }
            describe(document, language);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            // PDF/A-1 is older than compressed cross-references.
            document.save(pdf, CompressParameters.NO_COMPRESSION);
            return Optional.of(pdf.toByteArray());
        } catch (IllegalArgumentException noGlyph) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(PDDocument document, PDFont font, float top, float size, List<String> lines)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, size);
            content.setLeading(LEADING);
            content.newLineAtOffset(MARGIN, top);
            for (String line : lines) {
                content.showText(line.replace('\t', ' '));
                content.newLine();
            }
            content.endText();
        }
    }

    private static List<String> wrapped(PDFont font, float size, String paragraph) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            if (!line.isEmpty() && width(font, size, line + " " + word) > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (width(font, size, line.toString()) > WIDTH) {
                int fits = line.length();
                while (width(font, size, line.substring(0, fits)) > WIDTH) {
                    fits--;
                }
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(PDFont font, float size, String text) {
        try {
            return font.getStringWidth(text.replace('\t', ' ')) / 1000 * size;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What an archive asks of PDF/A: metadata in XMP that agrees with the document, and a colour profile. */
    private static void describe(PDDocument document, String language) throws IOException {
        document.getDocumentInformation().setTitle(TITLE);
        document.getDocumentCatalog().setLanguage(language);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata("""
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>\
                <rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="1" \
                pdfaid:conformance="B"/>
                </rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(TITLE).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        PDOutputIntent intent = new PDOutputIntent(
                document,
                new ByteArrayInputStream(
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }
}
