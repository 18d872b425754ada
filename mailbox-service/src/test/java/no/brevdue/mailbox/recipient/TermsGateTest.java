package no.brevdue.mailbox.recipient;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.database.Database;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class TermsGateTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final Database database;
    private final TermsRepository terms;

    TermsGateTest(Database database, TermsRepository terms) {
        this.database = database;
        this.terms = terms;
    }

    @Test
    void onlyAChangeThatMattersShutsTheGate() {
        assertThat(isOpen(TermsChange.MATERIAL)).isTrue();
        assertThat(isOpen(TermsChange.MATERIAL, TermsChange.EDITORIAL)).isTrue();
        assertThat(isOpen(TermsChange.MATERIAL, TermsChange.MATERIAL)).isFalse();
        assertThat(isOpen(TermsChange.MATERIAL, TermsChange.EDITORIAL, TermsChange.MATERIAL))
                .isFalse();
    }

    @Test
    void whoeverDoesNotGiveUpRightsGoesOnUnderTheVersionTheyAccepted() {
        assertThat(isOpen(TermsChange.MATERIAL, TermsChange.REDUCING)).isTrue();
        assertThat(isOpen(TermsChange.MATERIAL, TermsChange.REDUCING, TermsChange.MATERIAL))
                .isTrue();
    }

    /** Whether the gate is open for somebody who has accepted the first of these versions alone. */
    private boolean isOpen(TermsChange... changes) {
        String document = "terms-" + UUID.randomUUID();
        UUID alias = UUID.randomUUID();
        return database.asWorker(tx -> {
            for (int i = 0; i < changes.length; i++) {
                terms.published(tx, new TermsPublished(document, i + 1, NOW.minusSeconds(10), "", changes[i]));
            }
            boolean before = terms.isAccepted(tx, document, List.of(alias), NOW);
            terms.accepted(tx, new TermsAccepted(alias, 1, document, 1, NOW));
            return !before && terms.isAccepted(tx, document, List.of(alias), NOW);
        });
    }
}
