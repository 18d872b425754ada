package no.brevdue.mailbox.receiver;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

import static no.brevdue.mailbox.receiver.CopyStep.ACKNOWLEDGED;
import static no.brevdue.mailbox.receiver.CopyStep.ARRIVED;
import static no.brevdue.mailbox.receiver.CopyStep.WITHDRAWN;
import static no.brevdue.mailbox.receiver.WaitingNews.Verdict.FORGET;
import static no.brevdue.mailbox.receiver.WaitingNews.Verdict.TELL;
import static no.brevdue.mailbox.receiver.WaitingNews.Verdict.WAIT_FOR_ACCESS;
import static no.brevdue.mailbox.receiver.WaitingNews.Verdict.WAIT_FOR_CERTAINTY;
import static org.assertj.core.api.Assertions.assertThat;

class WaitingNewsTest {

    @Test
    void whoeverIsDeniedHearsNothingAndInDoubtNobodyDoes() {
        assertThat(List.of(ARRIVED, ACKNOWLEDGED, WITHDRAWN)).allSatisfy(step -> {
            assertThat(verdict(news(step, null, false, false))).isEqualTo(TELL);
            assertThat(verdict(news(step, null, true, false))).isEqualTo(WAIT_FOR_ACCESS);
            assertThat(verdict(news(step, null, false, true))).isEqualTo(WAIT_FOR_CERTAINTY);
            assertThat(verdict(news(step, null, true, true))).isEqualTo(WAIT_FOR_CERTAINTY);
        });
    }

    @Test
    void ofACopyThatWentBeforeItWasToldNothingIsToldUnlessSomebodyHasIt() {
        assertThat(verdict(news(ARRIVED, null, true, true), news(WITHDRAWN, "UNOPENED", true, true)))
                .isEqualTo(FORGET);
        assertThat(verdict(news(ARRIVED, null, false, false), news(WITHDRAWN, "SEALED", false, false)))
                .isEqualTo(TELL);
        assertThat(verdict(news(WITHDRAWN, "UNOPENED", false, false))).isEqualTo(TELL);
    }

    private static WaitingNews.Verdict verdict(WaitingNews... ofOneCopy) {
        return WaitingNews.verdict(List.of(ofOneCopy));
    }

    private static WaitingNews news(CopyStep step, @Nullable String detail, boolean denied, boolean inDoubt) {
        return new WaitingNews(1, new UUID(0, 1), step, detail, denied, inDoubt);
    }
}
