package no.brevdue.notification.dispatch;

import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Shard;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecisionHeadRepository {

    /** Moves on to the next version, or to any that is not older if all was said again; false where it does not. */
    boolean advance(Transaction tx, UUID alias, long version, boolean whole) {
        return tx.handle()
                        .createUpdate("""
                                insert into decision_head (alias, version, shard)
                                select :alias, :version, :shard
                                where :whole or :version = 1
                                    or exists (select from decision_head where alias = :alias)
                                on conflict (alias) do update set version = excluded.version
                                where excluded.version = decision_head.version + 1
                                    or :whole and excluded.version >= decision_head.version""")
                        .bind("alias", alias)
                        .bind("version", version)
                        .bind("shard", Shard.of(alias.toString()))
                        .bind("whole", whole)
                        .execute()
                == 1;
    }

    /** Whether something before this version is missing here. */
    boolean isBehind(Transaction tx, UUID alias, long version) {
        return tx.handle()
                .createQuery("""
                        select coalesce((select version from decision_head where alias = :alias), 0) < :version - 1""")
                .bind("alias", alias)
                .bind("version", version)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether this copy counts otherwise than its source. */
    boolean differs(Transaction tx, DecisionsCounted count) {
        return tx.handle()
                .createQuery("""
                        select count(*) <> :people or coalesce(sum(version), 0) <> :versions
                        from decision_head where shard = :shard""")
                .bind("people", count.people())
                .bind("versions", count.versions())
                .bind("shard", count.partition())
                .mapTo(Boolean.class)
                .one();
    }
}
