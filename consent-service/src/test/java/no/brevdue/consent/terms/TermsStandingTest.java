package no.brevdue.consent.terms;

import no.brevdue.contracts.consent.v1.TermsChange;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

import static no.brevdue.contracts.consent.v1.TermsChange.EDITORIAL;
import static no.brevdue.contracts.consent.v1.TermsChange.MATERIAL;
import static no.brevdue.contracts.consent.v1.TermsChange.REDUCING;
import static org.assertj.core.api.Assertions.assertThat;

class TermsStandingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final TermsVersion FIRST = version(1, MATERIAL);

    @Test
    void whoHasAcceptedNothingMustAcceptTheNewest() {
        assertThat(standing(List.of(FIRST, version(2, REDUCING)), List.of()))
                .isEqualTo(new TermsStanding(null, version(2, REDUCING), null));
    }

    @Test
    void aChangeThatMattersAsksAgainAndOneOfWordsDoesNot() {
        assertThat(standing(List.of(FIRST, version(2, EDITORIAL)), List.of(1L)))
                .isEqualTo(new TermsStanding(version(2, EDITORIAL), null, null));
        assertThat(standing(List.of(FIRST, version(2, EDITORIAL), version(3, MATERIAL)), List.of(1L)))
                .isEqualTo(new TermsStanding(null, version(3, MATERIAL), null));
    }

    @Test
    void rightsAreNotTakenAwayWithoutExplicitConsent() {
        assertThat(standing(List.of(FIRST, version(2, REDUCING)), List.of(1L)))
                .isEqualTo(new TermsStanding(FIRST, null, version(2, REDUCING)));
        assertThat(standing(List.of(FIRST, version(2, REDUCING), version(3, MATERIAL)), List.of(1L)))
                .isEqualTo(new TermsStanding(FIRST, null, version(3, MATERIAL)));
        assertThat(standing(List.of(FIRST, version(2, REDUCING), version(3, MATERIAL)), List.of(1L, 2L)))
                .isEqualTo(new TermsStanding(null, version(3, MATERIAL), null));
    }

    @Test
    void whatIsAnnouncedAsksNobodyBeforeItsTime() {
        TermsVersion later = new TermsVersion("terms-of-use", 2, NOW.plusSeconds(1), "", MATERIAL);

        assertThat(standing(List.of(FIRST, later), List.of(1L))).isEqualTo(new TermsStanding(FIRST, null, null));
    }

    private static TermsStanding standing(List<TermsVersion> versions, List<Long> accepted) {
        return TermsStanding.of(versions, accepted, NOW);
    }

    private static TermsVersion version(long version, TermsChange change) {
        return new TermsVersion("terms-of-use", version, Instant.parse("2026-01-01T00:00:00Z"), "", change);
    }
}
