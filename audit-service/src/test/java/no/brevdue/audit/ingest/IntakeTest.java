package no.brevdue.audit.ingest;

import no.brevdue.audit.entry.Entries;
import no.brevdue.audit.entry.Entry;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static no.brevdue.audit.entry.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakeTest {

    private static final String STREAM = "mailbox-7";

    private final Intake intake = new Intake(Map.of(STREAM, 4L), Map.of());

    @Test
    void theNextPositionIsTheLastPlusOne() {
        intake.take(entry(5));
        intake.take(entry(6));

        assertThat(intake.fresh()).hasSize(2);
        assertThat(intake.gaps()).isEmpty();
        assertThat(intake.heads()).containsEntry(STREAM, 6L);
    }

    @Test
    void aHigherPositionLeavesAGapAndIsTaken() {
        intake.take(entry(8));

        assertThat(intake.gaps()).containsExactly(new Gap(STREAM, 5, 7));
        assertThat(intake.fresh()).hasSize(1);
    }

    @Test
    void whatArrivesAfterAllFillsTheGapAndMovesNothing() {
        intake.take(entry(8));
        intake.take(entry(6));

        assertThat(intake.latecomers()).containsExactly(new Place(STREAM, 6));
        assertThat(intake.fresh()).hasSize(2);
        assertThat(intake.heads()).containsEntry(STREAM, 8L);
    }

    @Test
    void theSameEntryTwiceInABatchIsOne() {
        Entry entry = entry(5);

        intake.take(entry);
        intake.take(entry);

        assertThat(intake.fresh()).containsExactly(entry);
    }

    @Test
    void anEntryOfAnEarlierBatchIsRecognised() {
        Entry entry = entry(4);
        Intake again = new Intake(Map.of(STREAM, 4L), Map.of(Place.of(entry), entry.entryId()));

        again.take(entry);

        assertThat(again.fresh()).isEmpty();
    }

    @Test
    void anotherEntryAtTheSamePlaceIsRefused() {
        Intake again = new Intake(
                Map.of(STREAM, 4L),
                Map.of(new Place(STREAM, 4), Entries.opened(STREAM).entryId()));

        assertThatThrownBy(() -> again.take(entry(4))).isInstanceOf(RefusedEntryException.class);
    }

    @Test
    void aStreamNeverHeardOfBeginsAtOne() {
        Intake first = new Intake(Map.of(), Map.of());

        first.take(entry(3));

        assertThat(first.gaps()).containsExactly(new Gap(STREAM, 1, 2));
    }
}
