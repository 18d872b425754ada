package no.brevdue.local.demo;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class TinyPdfTest {

    @Test
    void everyEntryOfTheCrossReferenceTablePointsAtItsObject() {
        String pdf = new String(TinyPdf.saying("Innkalling på fredag"), StandardCharsets.ISO_8859_1);

        Matcher entries = Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf);
        int number = 0;
        while (entries.find()) {
            number++;
            assertThat(pdf.substring(Integer.parseInt(entries.group(1)))).startsWith(number + " 0 obj");
        }
        assertThat(number).isEqualTo(5);
        assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n").contains("(Innkalling på fredag) Tj");
        Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(pdf);
        assertThat(start.find()).isTrue();
        assertThat(pdf.substring(Integer.parseInt(start.group(1)))).startsWith("xref");
    }
}
