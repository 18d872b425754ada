package no.brevdue.audit.log;

import no.brevdue.audit.entry.Entry;
import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.platform.database.Transaction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** Append and read; the worker has no grant for anything else. */
@ApplicationScoped
class LogRepository {

    private static final String HEAD = "select size, frontier from tree_head";

    /** The rows are read out of the very bytes that were hashed: what is stored cannot differ from what is proven. */
    private static final String APPEND = """
            insert into entry (leaf_index, leaf_hash, entry_id, stream, position, at, actor_kind, actor, supplier, subject,
                               action, purpose, object_type, object, organization, outcome)
            select :first + n - 1, substring(:hashes from (n - 1)::integer * 32 + 1 for 32),
                   entry_id, stream, position, at, actor_kind, actor, supplier, subject,
                   action, purpose, object_type, object, organization, outcome
            from rows from (json_to_recordset(cast(:contents as json)) as (
                     "entryId" uuid, stream text, position bigint, at timestamptz, "actorKind" text, actor text,
                     supplier text, subject uuid, action text, purpose text, "objectType" text, object text, organization text,
                     outcome text))
                 with ordinality as leaf (entry_id, stream, position, at, actor_kind, actor, supplier, subject,
                     action, purpose, object_type, object, organization, outcome, n)""";

    Frontier head(Transaction tx) {
        return frontier(tx, HEAD);
    }

    /** Makes every other writer wait, in this replica and all others, until this transaction ends. */
    Frontier lockHead(Transaction tx) {
        return frontier(tx, HEAD + " for update");
    }

    void saveHead(Transaction tx, Frontier frontier) {
        tx.handle()
                .createUpdate("update tree_head set size = :size, frontier = :frontier")
                .bind("size", frontier.size())
                .bind("frontier", frontier.toBytes())
                .execute();
    }

    void append(Transaction tx, List<Leaf> leaves) {
        var hashes = new ByteArrayOutputStream();
        leaves.forEach(leaf -> hashes.writeBytes(leaf.hash()));
        tx.handle()
                .createUpdate(APPEND)
                .bind("first", leaves.getFirst().index())
                .bind("hashes", hashes.toByteArray())
                .bind(
                        "contents",
                        leaves.stream()
                                .map(leaf -> new String(leaf.content(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining(",", "[", "]")))
                .execute();
    }

    List<StoredEntry> entries(Transaction tx, long from, int limit) {
        return tx.handle()
                .createQuery("select * from entry where leaf_index >= :from order by leaf_index limit :limit")
                .bind("from", from)
                .bind("limit", limit)
                .map((row, context) -> storedEntry(row))
                .list();
    }

    private static Frontier frontier(Transaction tx, String sql) {
        return tx.handle()
                .createQuery(sql)
                .map((row, context) -> Frontier.of(row.getLong("size"), row.getBytes("frontier")))
                .one();
    }

    private static StoredEntry storedEntry(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("leaf_index"),
                row.getBytes("leaf_hash"),
                new Entry(
                        row.getObject("entry_id", UUID.class),
                        row.getString("stream"),
                        row.getLong("position"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        ActorKind.valueOf(row.getString("actor_kind")),
                        row.getString("actor"),
                        row.getString("supplier"),
                        row.getObject("subject", UUID.class),
                        row.getString("action"),
                        row.getString("purpose"),
                        row.getString("object_type"),
                        row.getString("object"),
                        row.getString("organization"),
                        Outcome.valueOf(row.getString("outcome"))));
    }

    /** What the table holds, before anybody has checked that the hash is the entry's. */
    record StoredEntry(long index, byte[] hash, Entry entry) {}
}
