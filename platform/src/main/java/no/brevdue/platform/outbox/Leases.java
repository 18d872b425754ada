package no.brevdue.platform.outbox;

import no.brevdue.platform.database.Database;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which shards this replica publishes. A lease lasts five seconds by the database's clock and is renewed every second, so
 * that the shards of a dead replica change hands within five. Each change of hands is a new epoch.
 */
@ApplicationScoped
class Leases {

    private static final long RENEW_AFTER_NANOS = 1_000_000_000L;

    private final UUID me = UUID.randomUUID();
    private final Database database;
    private Lease mine = Lease.none(me);
    private long renewedAt = System.nanoTime() - RENEW_AFTER_NANOS;

    Leases(Database database) {
        this.database = database;
    }

    UUID owner() {
        return me;
    }

    /** The shards held now; renewed first where that is due. Empty while another replica holds them all. */
    Lease mine() {
        if (System.nanoTime() - renewedAt >= RENEW_AFTER_NANOS) {
            mine = Lease.of(
                    me,
                    database.asWorker(tx -> tx.handle()
                            .createQuery("""
                            update outbox_lease
                            set owner = :me, expires = clock_timestamp() + interval '5 s',
                                epoch = epoch + case when owner = :me then 0 else 1 end
                            where owner = :me or expires < clock_timestamp()
                            returning shard, epoch""")
                            .bind("me", me)
                            .map((row, context) -> Map.entry(row.getInt("shard"), row.getLong("epoch")))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
            renewedAt = System.nanoTime();
        }
        return mine;
    }

    /** Lets another replica take over at once. */
    void release() {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("update outbox_lease set expires = '-infinity' where owner = :me")
                .bind("me", me)
                .execute());
        mine = Lease.none(me);
    }
}
