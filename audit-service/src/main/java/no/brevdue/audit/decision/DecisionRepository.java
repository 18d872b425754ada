package no.brevdue.audit.decision;

import no.brevdue.audit.decision.Ground.Basis;
import no.brevdue.audit.decision.Ground.Consent;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.LegalBasis;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Shard;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecisionRepository {

    /** What stands: its version, and whether it is believed. Locked. */
    Optional<Head> lock(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("select version, in_doubt from decision_head where alias = :alias for update")
                .bind("alias", alias)
                .map((row, context) -> new Head(row.getLong(1), row.getBoolean(2)))
                .findOne();
    }

    void head(Transaction tx, UUID alias, Head head) {
        tx.handle()
                .createUpdate("""
                        insert into decision_head (alias, version, in_doubt, shard)
                        values (:alias, :version, :in_doubt, :shard)
                        on conflict (alias) do update set version = excluded.version, in_doubt = excluded.in_doubt""")
                .bind("alias", alias)
                .bind("version", head.version())
                .bind("in_doubt", head.inDoubt())
                .bind("shard", Shard.of(alias.toString()))
                .execute();
    }

    void consent(Transaction tx, UUID alias, String controller, ConsentState state, @Nullable Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        insert into letters_consent (alias, controller, state, expires_at)
                        values (:alias, :controller, :state, :expires)
                        on conflict (alias, controller)
                        do update set state = excluded.state, expires_at = excluded.expires_at""")
                .bind("alias", alias)
                .bind("controller", controller)
                .bind("state", state)
                .bind("expires", expiresAt)
                .execute();
    }

    void forget(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("delete from letters_consent where alias = :alias")
                .bind("alias", alias)
                .execute();
    }

    /** A late declaration changes nothing. */
    void declare(Transaction tx, String controller, long version, LegalBasis basis) {
        tx.handle()
                .createUpdate("""
                        insert into letters_basis (controller, version, basis) values (:controller, :version, :basis)
                        on conflict (controller) do update set version = excluded.version, basis = excluded.basis
                        where letters_basis.version < excluded.version""")
                .bind("controller", controller)
                .bind("version", version)
                .bind("basis", basis)
                .execute();
    }

    Map<String, Basis> bases(Transaction tx, Collection<String> controllers) {
        return tx
                .handle()
                .createQuery("select controller, basis from letters_basis where controller = any(:controllers)")
                .bindArray("controllers", String.class, controllers)
                .map((row, context) -> Map.entry(row.getString(1), Basis.valueOf(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What holds under each alias now: nothing is granted for longer than it lasts. */
    List<Consent> consents(Transaction tx, Collection<UUID> aliases, String controller, Instant now) {
        return tx.handle()
                .createQuery("""
                        select case when state = 'GRANTED' and expires_at <= :now then 'EXPIRED' else state end
                        from letters_consent where alias = any(:aliases) and controller = :controller""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("controller", controller)
                .bind("now", now)
                .mapTo(Consent.class)
                .list();
    }

    boolean isInDoubt(Transaction tx, UUID alias, Instant heardSince) {
        return tx.handle()
                .createQuery("select decisions_in_doubt(:alias, :since, :partitions)")
                .bind("alias", alias)
                .bind("since", heardSince)
                .bind("partitions", Topic.PARTITIONS)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether this copy counts otherwise than its source, or knows that it has missed something. */
    boolean differs(Transaction tx, DecisionsCounted count) {
        return tx.handle()
                .createQuery("""
                        select count(*) <> :people or coalesce(sum(version), 0) <> :versions
                            or coalesce(bool_or(in_doubt), false)
                        from decision_head where shard = :shard""")
                .bind("people", count.people())
                .bind("versions", count.versions())
                .bind("shard", count.partition())
                .mapTo(Boolean.class)
                .one();
    }

    /** How much of an alias's decisions is known here. */
    record Head(long version, boolean inDoubt) {

        static final Head NONE = new Head(0, false);
    }
}
