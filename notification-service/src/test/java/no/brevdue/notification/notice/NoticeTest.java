package no.brevdue.notification.notice;

import no.brevdue.contracts.identity.v1.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTest {

    /** Anything a mail program could turn into a link: a scheme, www, or words joined by a dot, at or slash. */
    private static final Pattern LIKE_A_LINK = Pattern.compile("(?iU)https?|www|://|\\w[.@]\\w|\\w/\\w|tel:|mailto:");

    @ParameterizedTest
    @MethodSource("notices")
    void noNoticeHasALinkOrAnythingLikeOne(Notice notice) {
        assertThat(LIKE_A_LINK.matcher(notice.subject() + "\n" + notice.body()).find())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("notices")
    void noNoticeHasANumber(Notice notice) {
        assertThat(notice.subject() + notice.body()).doesNotContainPattern("\\p{Nd}");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void aNoticeNamesTheServiceToLogInToAndNothingElse(Notice notice) {
        assertThat(notice.body()).contains("Brevdue");
        assertThat(notice.subject() + notice.body())
                .doesNotContainPattern("(?i)sykehus|sjukehus|klinikk|hospital|clinic|buohcciviessu|lege|doctor|doavttir"
                        + "|helse|health|dearvvašvuo|time|appointment");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void aSubjectIsOneShortLine(Notice notice) {
        assertThat(notice.subject()).doesNotContainPattern("\\p{Cntrl}").hasSizeBetween(10, 60);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCodeStandsOnALineOfItsOwnAndNotInTheSubject(Language language) {
        assertThat(List.of(Notice.verificationCode(language, "012345"), Notice.newsletterCode(language, "012345")))
                .allSatisfy(notice -> {
                    assertThat(notice.body().lines()).containsOnlyOnce("012345");
                    assertThat(notice.body().replace("012345", "")).doesNotContainPattern("[{}\\p{Nd}]");
                    assertThat(notice.subject()).doesNotContain("012345");
                });
    }

    @Test
    void everyLanguageAndOccasionHasWordsOfItsOwn() {
        assertThat(notices()).hasSize(32).doesNotHaveDuplicates();
    }

    /** The fixed words of all: a code is the only thing that is ever inserted. */
    static Stream<Notice> notices() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Stream.of(
                        Notice.letterPublished(language),
                        Notice.consentAwaited(language),
                        Notice.letterUnread(language),
                        Notice.contactChanged(language),
                        Notice.readersChange(language),
                        Notice.documentChanges(language),
                        Notice.verificationCode(language, ""),
                        Notice.newsletterCode(language, "")));
    }
}
