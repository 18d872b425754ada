package no.brevdue.mailbox.recipient;

import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps apart whoever changes what is known of a person and whoever decides about a letter by it. Without it neither might
 * see the other: a letter accepted while its reader becomes known would be held for somebody who is known, and one published
 * while its consent is withdrawn would stay published.
 */
public final class RecipientLock {

    private static final int KIND = 1;

    /**
     * Asked with the rows to decide about, of a column {@code alias}: false while what is known of the person changes. If
     * true, nobody changes it before the transaction ends. Never waits, so that who decides cannot be part of a deadlock.
     */
    public static final String IS_SETTLED = "pg_try_advisory_xact_lock_shared(" + KIND + ", uuid_hash(alias))";

    private RecipientLock() {}

    /** Those of these people for whom {@link #IS_SETTLED} is true. Comes before reading what is known of them. */
    public static Set<UUID> settled(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("select alias from (select distinct alias from unnest(:aliases) alias) people where "
                        + IS_SETTLED)
                .bindArray("aliases", UUID.class, aliases)
                .mapTo(UUID.class)
                .set();
    }

    /** Waits for decisions about these people that are being made, which after that can be seen. Comes before looking for letters. */
    static void change(Transaction tx, Collection<UUID> aliases) {
        tx.handle()
                .createQuery("""
                        select count(pg_advisory_xact_lock(:kind, hash))
                        from (select distinct uuid_hash(alias) hash from unnest(:aliases) alias order by 1) ordered""")
                .bind("kind", KIND)
                .bindArray("aliases", UUID.class, aliases)
                .mapTo(Integer.class)
                .one();
    }
}
