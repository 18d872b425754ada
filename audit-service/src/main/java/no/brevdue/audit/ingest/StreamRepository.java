package no.brevdue.audit.ingest;

import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StreamRepository {

    /** The last position of each stream, locked until the end of the transaction; zero for a stream never heard of. */
    Map<String, Long> lockHeads(Transaction tx, Collection<String> streams) {
        tx.handle()
                .createUpdate("""
                        insert into stream_head (stream, position)
                        select stream, 0 from unnest(:streams) as stream order by stream
                        on conflict do nothing""")
                .bindArray("streams", String.class, streams)
                .execute();
        Map<String, Long> heads = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select stream, position from stream_head where stream = any(:streams)
                        order by stream for update""")
                .bindArray("streams", String.class, streams)
                .map((row, context) -> Map.entry(row.getString("stream"), row.getLong("position")))
                .forEach(head -> heads.put(head.getKey(), head.getValue()));
        return heads;
    }

    void saveHeads(Transaction tx, Map<String, Long> heads) {
        PreparedBatch batch =
                tx.handle().prepareBatch("update stream_head set position = :position where stream = :stream");
        heads.forEach((stream, position) ->
                batch.bind("stream", stream).bind("position", position).add());
        int[] unused = batch.execute();
    }

    /** Which entries stand at these places. */
    Map<Place, UUID> known(Transaction tx, List<Place> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Map<Place, UUID> known = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select stream, position, entry_id from entry
                        join unnest(:streams, :positions) as place (stream, position) using (stream, position)""")
                .bindArray(
                        "streams",
                        String.class,
                        places.stream().map(Place::stream).toList())
                .bindArray(
                        "positions",
                        Long.class,
                        places.stream().map(Place::position).toList())
                .map((row, context) -> Map.entry(
                        new Place(row.getString("stream"), row.getLong("position")),
                        row.getObject("entry_id", UUID.class)))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    void openGaps(Transaction tx, List<Gap> gaps, Instant now) {
        if (gaps.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.handle().prepareBatch("""
                insert into stream_gap (stream, from_position, to_position, missing, since)
                values (:stream, :from, :to, :missing, :since)""");
        gaps.forEach(gap -> batch.bind("stream", gap.stream())
                .bind("from", gap.from())
                .bind("to", gap.to())
                .bind("missing", gap.missing())
                .bind("since", now)
                .add());
        int[] unused = batch.execute();
    }

    /** One fewer is missing in the gap around each place; a gap that misses none is closed. */
    void fill(Transaction tx, List<Place> latecomers, Instant now) {
        if (latecomers.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.handle().prepareBatch("""
                update stream_gap
                set missing = missing - 1, closed_at = case when missing = 1 then cast(:now as timestamptz) end
                where stream = :stream and :position between from_position and to_position""");
        latecomers.forEach(place -> batch.bind("stream", place.stream())
                .bind("position", place.position())
                .bind("now", now)
                .add());
        int[] unused = batch.execute();
    }

    long openGaps(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from stream_gap where closed_at is null")
                .mapTo(Long.class)
                .one();
    }
}
