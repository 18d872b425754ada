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
                        terms-of-use 1 2025-12-31T23:00:00Z 656f8635e61dd436148e6b716fcb6e7da856a98fcf93a9917aceb6bac989a594
                        privacy-statement 1 2025-12-31T23:00:00Z 1a849dc949c02b11e9f51314a090131a8517bc02776413022a7e95ab9c6ea1b0
                        consent-letters 1 2025-12-31T23:00:00Z 50fd1fb3c6ac1188cd6fab6bc23e910f73a3daa40c326184e33f17ae5750179f
                        consent-contact 1 2025-12-31T23:00:00Z af5e89063f3c7fef68f6d54b82ffe53c22af0751bcb171378aef92753ed25837
                        consent-archive 1 2025-12-31T23:00:00Z c5c285e94e1830c0e7b0b4ee1fbcb4f87e9aec8b9935a3ed49918faec5a0ee5b
                        consent-location 1 2025-12-31T23:00:00Z 3ae2794cdbc390504fb7b7e9deb1a60a0aec527a8521af1fc63ee06dbdeabde2
                        consent-newsletter 1 2025-12-31T23:00:00Z 20279084d22ddc0bdb6215f6fd3f50e22dcbb9dbd8dee64ca1e39ef177bc9f16
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
