package no.brevdue.notification.notice;

import no.brevdue.contracts.identity.v1.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTest {

    /** Anything a mail program could turn into a link: a scheme, www, or words joined by a dot, at or slash. */
    private static final Pattern LIKE_A_LINK = Pattern.compile("(?iU)https?|www|://|\\w[.@]\\w|\\w/\\w|tel:|mailto:");

    @ParameterizedTest
    @EnumSource(Language.class)
    void noNoticeHasALinkOrAnythingLikeOne(Language language) {
        Notice notice = Notice.letterPublished(language);

        assertThat(LIKE_A_LINK.matcher(notice.subject() + "\n" + notice.body()).find())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noNoticeHasANumber(Language language) {
        Notice notice = Notice.letterPublished(language);

        assertThat(notice.subject() + notice.body()).doesNotContainPattern("\\p{Nd}");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNoticeNamesTheServiceToLogInToAndNothingElse(Language language) {
        Notice notice = Notice.letterPublished(language);

        assertThat(notice.body()).contains("Brevdue");
        assertThat(notice.subject() + notice.body())
                .doesNotContainPattern("(?i)sykehus|sjukehus|klinikk|hospital|clinic|buohcciviessu|lege|doctor|doavttir"
                        + "|helse|health|dearvvašvuo|time|appointment");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSubjectIsOneShortLine(Language language) {
        assertThat(Notice.letterPublished(language).subject())
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeBetween(10, 60);
    }

    @Test
    void everyLanguageHasWordsOfItsOwn() {
        assertThat(Arrays.stream(Language.values()).map(Notice::letterPublished))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }
}
