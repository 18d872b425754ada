package no.brevdue.consent.terms;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TermsFilesTest {

    /** People have accepted these words. A change to them is a new version, with a line of its own here. */
    @Test
    void publishedVersionsAreNeverEdited() {
        Stream<String> versions = TermsFiles.all().stream()
                .map(TermsText::version)
                .distinct()
                .map(one -> one.termsId() + " " + one.version() + " " + one.effectiveAt() + " " + one.sha256());

        assertThat(versions).containsExactly("""
                        terms-of-use 1 2025-12-31T23:00:00Z cfdcb5ace3a29239118f5d8c26c56980c33d700c4cb37f2cb4e7e0fe0c770a5b
                        privacy-statement 1 2025-12-31T23:00:00Z 2169e0d4547920c1fb3014ea86acccb972857af62a164f7f8439cd506ba799fe
                        consent-letters 1 2025-12-31T23:00:00Z 65d263763de7a91e7f9160180368e6276246b09fea3b20b0835321f77eda09a8
                        consent-contact 1 2025-12-31T23:00:00Z 009477c2b5c821c002f8883554892deae1d916c1133f7d02e01ba557f67cd9d2
                        consent-archive 1 2025-12-31T23:00:00Z 9d08898568e4effd483de91eb43e8d62b6a7be2be228c01bd9fb0a0bf2f5fe2f
                        consent-newsletter 1 2025-12-31T23:00:00Z e4c682847151c6b8c968540861150742c1b33705b466f2bec403b3093b1a7830
                        """.strip().split("\\s*\n\\s*"));
    }

    @Test
    void everyVersionIsWrittenInEveryLanguage() {
        List<TermsText> texts = TermsFiles.all();

        assertThat(texts).hasSize(3 * TermsFiles.DOCUMENTS.size());
        assertThat(texts).extracting(TermsText::language).containsOnly("nb", "nn", "en");
        assertThat(texts)
                .allSatisfy(text -> assertThat(text.text()).startsWith("# ").contains("Brevdue"));
        assertThat(texts).extracting(TermsText::text).doesNotHaveDuplicates();
    }
}
