package no.brevdue.platform.event;

import no.brevdue.contracts.Heartbeat;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import jakarta.enterprise.context.ApplicationScoped;

/** When each partition of each source was last heard, by the source's own real time. */
@ApplicationScoped
class HeartbeatLedger {

    void heard(Transaction tx, Topic topic, Collection<Received<Heartbeat>> beats) {
        for (Received<Heartbeat> beat : beats) {
            tx.handle()
                    .createUpdate("""
                            insert into projection_source (topic, "partition", heard_at)
                            values (:topic, :partition, :at)
                            on conflict (topic, "partition")
                            do update set heard_at = greatest(projection_source.heard_at, excluded.heard_at)""")
                    .bind("topic", topic.address())
                    .bind("partition", beat.event().partition())
                    .bind("at", beat.at())
                    .execute();
        }
    }
}
