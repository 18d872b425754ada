package no.brevdue.consent.terms;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TermsFilesTest {

    /** People have accepted these words. A change to them is a new version, with a line of its own here. */
    @Test
    void publishedVersionsAreNeverEdited() {
        Stream<TermsVersion> versions =
                TermsFiles.all().stream().map(TermsText::version).distinct();

        assertThat(versions)
                .containsExactly(new TermsVersion(
                        "terms-of-use",
                        1,
                        Instant.parse("2025-12-31T23:00:00Z"),
                        "b99cad0960779ff0c8d5261f039d8011e4f6cdd52fc1bd4b4f15086d8b697084"));
    }

    @Test
    void everyVersionIsWrittenInEveryLanguage() {
        List<TermsText> texts = TermsFiles.all();

        assertThat(texts).extracting(TermsText::language).containsExactly("nb", "nn", "en");
        assertThat(texts)
                .allSatisfy(text -> assertThat(text.text()).startsWith("# ").contains("Brevdue"));
        assertThat(texts).extracting(TermsText::text).doesNotHaveDuplicates();
    }
}
