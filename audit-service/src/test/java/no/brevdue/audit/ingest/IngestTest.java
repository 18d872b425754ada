package no.brevdue.audit.ingest;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.audit.entry.Entries;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.audit.v1.AuditEvent;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.RowRefusedException;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.testing.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Each test has a stream of its own. */
@QuarkusTest
class IngestTest {

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    EntryProjection projection;

    @Test
    void anEntryIsAppendedAtItsPosition() {
        say("mailbox-0", 1);
        say("mailbox-0", 2);

        await().untilAsserted(() -> assertThat(positions("mailbox-0")).containsExactly(1L, 2L));
        assertThat(openGaps("mailbox-0")).isEmpty();
    }

    @Test
    void anEntryDeliveredTwiceIsAppendedOnce() {
        AuditEntryRecorded entry = Entries.opened("mailbox-1");

        say(entry, 1);
        say(entry, 1);
        say("mailbox-1", 2);

        await().untilAsserted(() -> assertThat(positions("mailbox-1")).containsExactly(1L, 2L));
    }

    @Test
    void aGapIsRecordedAndClosesWhenTheMissingEntriesArrive() {
        say("mailbox-2", 1);
        say("mailbox-2", 4);
        await().untilAsserted(() -> assertThat(openGaps("mailbox-2")).containsExactly(2L));

        say("mailbox-2", 3);
        await().untilAsserted(() -> assertThat(positions("mailbox-2")).containsExactly(1L, 4L, 3L));
        assertThat(openGaps("mailbox-2")).containsExactly(1L);

        say("mailbox-2", 2);
        await().untilAsserted(() -> assertThat(openGaps("mailbox-2")).isEmpty());
        assertThat(closedGaps("mailbox-2")).isEqualTo(1);
    }

    @Test
    void aMalformedRecordIsQuarantinedAndHoldsNobodyUp() {
        facts.publishRubbish(Topic.AUDIT_ENTRIES, "mailbox-3");
        say("mailbox-3", 2);

        await().untilAsserted(() -> assertThat(positions("mailbox-3")).containsExactly(2L));
        assertThat(quarantined("mailbox-3")).isEqualTo(1);
        assertThat(openGaps("mailbox-3")).containsExactly(1L);
    }

    @Test
    void anEntryInAnotherServicesStreamIsRefused() {
        facts.publish(Topic.AUDIT_ENTRIES, "consent", Entries.opened("mailbox-4"), 4, 1);

        await().untilAsserted(() -> assertThat(quarantined("mailbox-4")).isEqualTo(1));
        assertThat(positions("mailbox-4")).isEmpty();
    }

    @Test
    void anEntryWithoutPositionIsRefused() {
        say("mailbox-5", 0);

        await().untilAsserted(() -> assertThat(quarantined("mailbox-5")).isEqualTo(1));
        assertThat(positions("mailbox-5")).isEmpty();
    }

    @Test
    void aSecondHistoryOfAStreamIsRefused() {
        say("mailbox-6", 1);
        await().untilAsserted(() -> assertThat(positions("mailbox-6")).containsExactly(1L));

        say("mailbox-6", 1);

        await().untilAsserted(() -> assertThat(quarantined("mailbox-6")).isEqualTo(1));
        assertThat(positions("mailbox-6")).containsExactly(1L);
    }

    @Test
    void aLargeBatchIsAppendedInItsOrder() {
        List<Received<AuditEvent>> batch = LongStream.rangeClosed(1, 5_000)
                .mapToObj(position -> received(Entries.opened("mailbox-8"), position))
                .toList();

        database.asWorkerDo(tx -> projection.applyAll(tx, batch));

        assertThat(positions("mailbox-8"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 5_000).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set action = 'nothing'",
                "delete from entry",
                "truncate entry",
                "update checkpoint set note = ''",
                "delete from checkpoint",
                "delete from tree_head",
                "alter table entry disable row level security"
            })
    void theServiceHasNoGrantToRewriteTheRecord(String rewriting) {
        assertThatThrownBy(() -> database.asWorker(
                        tx -> tx.handle().createUpdate(rewriting).execute()))
                .isInstanceOf(RowRefusedException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private void say(String stream, long position) {
        say(Entries.opened(stream), position);
    }

    private void say(AuditEntryRecorded entry, long position) {
        facts.publish(Topic.AUDIT_ENTRIES, "mailbox", entry, 0, position);
    }

    private static Received<AuditEvent> received(AuditEntryRecorded entry, long position) {
        return new Received<>(UUID.randomUUID(), Entries.AT, "mailbox", position, entry);
    }

    private List<Long> positions(String stream) {
        return query("select position from entry where stream = :stream order by leaf_index", stream);
    }

    private List<Long> openGaps(String stream) {
        return query("select missing from stream_gap where stream = :stream and closed_at is null", stream);
    }

    private long closedGaps(String stream) {
        return query("select count(*) from stream_gap where stream = :stream and closed_at is not null", stream)
                .getFirst();
    }

    private long quarantined(String stream) {
        return query("select count(*) from quarantine where key = :stream", stream)
                .getFirst();
    }

    private List<Long> query(String sql, String stream) {
        return database.asWorker(tx -> tx.handle()
                .createQuery(sql)
                .bind("stream", stream)
                .mapTo(Long.class)
                .list());
    }
}
