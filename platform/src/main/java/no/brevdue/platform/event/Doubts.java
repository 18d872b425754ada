package no.brevdue.platform.event;

import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.time.RealTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a projection can be believed. Who cannot know is in doubt, and in doubt nobody reads for another. */
@ApplicationScoped
public class Doubts {

    private final Clock clock;
    private final Duration silentAfter;

    Doubts(
            @RealTime Clock clock,
            @ConfigProperty(name = "brevdue.projection.silent-after", defaultValue = "PT60S") Duration silentAfter) {
        this.clock = clock;
        this.silentAfter = silentAfter;
    }

    /** True when a record of this key could not be applied, or when the source as a whole is silent. */
    public boolean inDoubt(Transaction tx, Topic source, String key) {
        return parked(tx, source, key) || silent(tx, source);
    }

    /** True when any partition of the source has not been heard for so long that facts may be missing. */
    public boolean silent(Transaction tx, Topic source) {
        return tx.handle()
                .createQuery("""
                        select count(*) filter (where heard_at >= :since) < :partitions
                        from projection_source where topic = :topic""")
                .bind("since", heardSince())
                .bind("partitions", Topic.PARTITIONS)
                .bind("topic", source.address())
                .mapTo(Boolean.class)
                .one();
    }

    /** A partition that was last heard before this time is silent. */
    public Instant heardSince() {
        return clock.instant().minus(silentAfter);
    }

    private static boolean parked(Transaction tx, Topic source, String key) {
        return tx.handle()
                .createQuery("select exists (select from parked_key where topic = :topic and key = :key)")
                .bind("topic", source.address())
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }
}
