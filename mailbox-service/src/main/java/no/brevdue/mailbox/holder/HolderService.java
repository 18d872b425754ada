package no.brevdue.mailbox.holder;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import no.brevdue.mailbox.holder.HolderRepository.StoredHolder;
import no.brevdue.platform.crypto.HolderKeyset;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Database;

import java.time.Duration;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds the keys of a holder, or makes them. New keys are committed in a transaction of their own before anybody wraps with
 * them. Opened keys are kept for at most a minute, which is how long a destroyed holder can still be read.
 */
@ApplicationScoped
public class HolderService {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final long AT_MOST = 20_000;

    private final Database database;
    private final HolderRepository holders;
    private final ServiceKey serviceKey;
    private final LoadingCache<HolderName, Holder> opened =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(KEPT).build(this::open);

    HolderService(Database database, HolderRepository holders, ServiceKey serviceKey) {
        this.database = database;
        this.holders = holders;
        this.serviceKey = serviceKey;
    }

    public Holder holder(HolderName name) {
        return opened.get(name);
    }

    private Holder open(HolderName name) {
        StoredHolder stored = database.asWorker(tx -> holders.find(tx, name)).orElseGet(() -> create(name));
        return new Holder(stored.id(), HolderKeyset.parse(stored.keyset(), stored.id(), serviceKey));
    }

    private StoredHolder create(HolderName name) {
        UUID id = UUID.randomUUID();
        StoredHolder fresh = new StoredHolder(id, HolderKeyset.create(id).encrypted(serviceKey));
        return database.asWorker(tx ->
                holders.insert(tx, name, fresh) ? fresh : holders.find(tx, name).orElseThrow());
    }
}
