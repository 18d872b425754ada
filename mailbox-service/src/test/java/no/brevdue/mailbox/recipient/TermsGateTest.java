package no.brevdue.mailbox.recipient;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.platform.database.Database;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class TermsGateTest {

    private static final List<TermsChange> CHANGES = List.of(TermsChange.values());
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

    /** As consent-service says what must be accepted. */
    @Test
    void theNewestOfWhatWasAcceptedUnderAnyAliasCounts() {
        String document = "terms-" + UUID.randomUUID();
        List<UUID> aliases = List.of(UUID.randomUUID(), UUID.randomUUID());
        boolean open = database.asWorker(tx -> {
            List<TermsChange> changes =
                    List.of(TermsChange.MATERIAL, TermsChange.REDUCING, TermsChange.MATERIAL, TermsChange.MATERIAL);
            for (int i = 0; i < changes.size(); i++) {
                terms.published(tx, new TermsPublished(document, i + 1, NOW.minusSeconds(10), "", changes.get(i)));
            }
            terms.accepted(tx, new TermsAccepted(aliases.getFirst(), 1, document, 1, NOW));
            terms.accepted(tx, new TermsAccepted(aliases.getLast(), 1, document, 3, NOW));
            return terms.isAccepted(tx, document, aliases, NOW);
        });

        assertThat(open).isFalse();
    }

    /** The gate is a query; this is its rule once more, version by version, as consent-service has it. */
    @Test
    void theGateAgreesWithTheRuleOverRandomHistories() {
        Random random = new Random(20_260_601);
        int open = 0;
        for (int round = 0; round < 300; round++) {
            String document = "terms-" + UUID.randomUUID();
            List<UUID> aliases = List.of(UUID.randomUUID(), UUID.randomUUID());
            List<TermsChange> changes = Stream.generate(() -> CHANGES.get(random.nextInt(CHANGES.size())))
                    .limit(1 + random.nextInt(5))
                    .toList();
            int inForce = random.nextInt(changes.size() + 1);
            List<Integer> accepted =
                    aliases.stream().map(alias -> random.nextInt(inForce + 1)).toList();
            boolean gate = database.asWorker(tx -> {
                for (int i = 0; i < changes.size(); i++) {
                    Instant effective = i < inForce ? NOW.minusSeconds(10) : NOW.plusSeconds(10);
                    terms.published(tx, new TermsPublished(document, i + 1, effective, "", changes.get(i)));
                }
                for (int who = 0; who < aliases.size(); who++) {
                    if (accepted.get(who) > 0) {
                        terms.accepted(tx, new TermsAccepted(aliases.get(who), 1, document, accepted.get(who), NOW));
                    }
                }
                return terms.isAccepted(tx, document, aliases, NOW);
            });
            assertThat(gate)
                    .as("%s, %d in force, accepted %s", changes, inForce, accepted)
                    .isEqualTo(rule(changes, inForce, accepted));
            open += gate ? 1 : 0;
        }
        assertThat(open).isBetween(30, 270);
    }

    private static boolean rule(List<TermsChange> changes, int inForce, List<Integer> accepted) {
        boolean asked = true;
        boolean bound = false;
        boolean taken = false;
        for (int version = 1; version <= inForce; version++) {
            if (accepted.contains(version)) {
                bound = true;
                asked = false;
                taken = false;
            } else {
                asked |= changes.get(version - 1) == TermsChange.MATERIAL;
                taken |= bound && changes.get(version - 1) == TermsChange.REDUCING;
            }
        }
        return taken || !asked;
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
