package no.brevdue.platform.event;

import no.brevdue.contracts.Heartbeat;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * When each partition of each source was last heard, by the source's own real time: a beat that lay on the broker for an hour
 * is an hour old. A source whose clock is ahead gains nothing by it.
 */
@ApplicationScoped
class HeartbeatLedger {

    void heard(Transaction tx, Topic topic, Collection<Received<Heartbeat>> beats) {
        for (Received<Heartbeat> beat : beats) {
            tx.handle()
                    .createUpdate("""
                            insert into projection_source (topic, "partition", heard_at)
                            values (:topic, :partition, least(:at, clock_timestamp()))
                            on conflict (topic, "partition")
                            do update set heard_at = greatest(projection_source.heard_at, excluded.heard_at)""")
                    .bind("topic", topic.address())
                    .bind("partition", beat.event().partition())
                    .bind("at", beat.at())
                    .execute();
        }
    }
}
