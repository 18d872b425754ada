package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.contracts.consent.v1.DeniedKind;
import no.brevdue.contracts.consent.v1.LegalBasisDeclared;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Shard;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecisionRepository {

    /** The version that stands, zero if nothing does; locked. */
    long lock(Transaction tx, UUID alias) {
        Optional<Long> version = tx.handle()
                .createQuery("select version from decision_head where alias = :alias for update")
                .bind("alias", alias)
                .mapTo(Long.class)
                .findOne();
        return version.orElse(0L);
    }

    void head(Transaction tx, UUID alias, long version, boolean inDoubt) {
        tx.handle()
                .createUpdate("""
                        insert into decision_head (alias, version, in_doubt, shard)
                        values (:alias, :version, :in_doubt, :shard)
                        on conflict (alias) do update set version = excluded.version, in_doubt = excluded.in_doubt""")
                .bind("alias", alias)
                .bind("version", version)
                .bind("in_doubt", inDoubt)
                .bind("shard", Shard.of(alias.toString()))
                .execute();
    }

    boolean isInDoubt(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("select exists (select from decision_head where alias = :alias and in_doubt)")
                .bind("alias", alias)
                .mapTo(Boolean.class)
                .one();
    }

    boolean areInDoubt(Transaction tx, UUID alias, Instant heardSince) {
        return tx.handle()
                .createQuery("select decisions_in_doubt(:alias, :since, :partitions)")
                .bind("alias", alias)
                .bind("since", heardSince)
                .bind("partitions", Topic.PARTITIONS)
                .mapTo(Boolean.class)
                .one();
    }

    void hold(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("select hold_decisions(:alias)")
                .bind("alias", alias)
                .execute();
    }

    boolean isAgreed(Transaction tx, UUID alias, String controller, String purpose, Instant now) {
        return tx.handle()
                .createQuery("select agreed(:alias, :controller, :purpose, :now)")
                .bind("alias", alias)
                .bind("controller", controller)
                .bind("purpose", purpose)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }

    void consent(
            Transaction tx,
            UUID alias,
            String controller,
            String purpose,
            ConsentState state,
            @Nullable Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        insert into consent (alias, controller, purpose, state, expires_at)
                        values (:alias, :controller, :purpose, :state, :expires)
                        on conflict (alias, controller, purpose)
                        do update set state = excluded.state, expires_at = excluded.expires_at""")
                .bind("alias", alias)
                .bind("controller", controller)
                .bind("purpose", purpose)
                .bind("state", state)
                .bind("expires", expiresAt)
                .execute();
    }

    void restrict(Transaction tx, UUID alias, DeniedKind kind, String target) {
        tx.handle()
                .createUpdate("""
                        insert into restriction (alias, kind, target) values (:alias, :kind, :target)
                        on conflict do nothing""")
                .bind("alias", alias)
                .bind("kind", kind)
                .bind("target", target)
                .execute();
    }

    void lift(Transaction tx, UUID alias, DeniedKind kind, String target) {
        tx.handle()
                .createUpdate("delete from restriction where alias = :alias and kind = :kind and target = :target")
                .bind("alias", alias)
                .bind("kind", kind)
                .bind("target", target)
                .execute();
    }

    /** What stood of the alias goes, and returns the controllers it had granted letters to. */
    List<String> forget(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("delete from restriction where alias = :alias")
                .bind("alias", alias)
                .execute();
        return tx.handle()
                .createQuery("""
                        with gone as (delete from consent where alias = :alias returning controller, purpose, state)
                        select controller from gone where purpose = 'letters' and state = 'GRANTED'""")
                .bind("alias", alias)
                .mapTo(String.class)
                .list();
    }

    /** False if a later declaration stands already. */
    boolean declare(Transaction tx, LegalBasisDeclared fact) {
        int later = tx.handle()
                .createUpdate("""
                        insert into legal_basis_head (controller, version) values (:controller, :version)
                        on conflict (controller) do update set version = excluded.version
                        where legal_basis_head.version < excluded.version""")
                .bind("controller", fact.controller())
                .bind("version", fact.version())
                .execute();
        if (later == 0) {
            return false;
        }
        tx.handle()
                .createUpdate("delete from legal_basis where controller = :controller")
                .bind("controller", fact.controller())
                .execute();
        PreparedBatch batch = tx.handle()
                .prepareBatch(
                        "insert into legal_basis (controller, purpose, basis) values (:controller, :purpose, :basis)");
        fact.bases()
                .forEach(one -> batch.bind("controller", fact.controller())
                        .bind("purpose", one.purpose())
                        .bind("basis", one.basis())
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
        return true;
    }

    /** Which of these senders write on the ground of consent alone. */
    Set<String> onConsent(Transaction tx, Collection<String> senders) {
        return new HashSet<>(tx.handle()
                .createQuery("""
                        select controller from legal_basis
                        where controller = any(:senders) and purpose = 'letters' and basis = 'CONSENT'""")
                .bindArray("senders", String.class, senders)
                .mapTo(String.class)
                .list());
    }

    /** By the clock, too: an end that nobody has told yet is one. */
    Set<String> endedFor(Transaction tx, Collection<UUID> aliases, Instant now) {
        return tx.handle()
                .createQuery("""
                        select distinct controller from consent
                        where alias = any(:aliases) and purpose = 'letters'
                            and (state <> 'GRANTED' or expires_at <= :now)""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("now", now)
                .mapTo(String.class)
                .set();
    }

    List<State> letters(Transaction tx, Collection<UUID> aliases, String controller) {
        return tx.handle()
                .createQuery("""
                        select state, expires_at from consent
                        where alias = any(:aliases) and controller = :controller and purpose = 'letters'""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("controller", controller)
                .map((row, context) -> new State(
                        ConsentState.valueOf(row.getString(1)),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant()))
                .list();
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

    /** Whether the source counted otherwise when it counted last. */
    void drifts(Transaction tx, int partition, boolean differs) {
        tx.handle()
                .createUpdate(
                        differs
                                ? "insert into decision_drift (shard) values (:shard) on conflict do nothing"
                                : "delete from decision_drift where shard = :shard")
                .bind("shard", partition)
                .execute();
    }

    boolean isDrifting(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("select exists (select from decision_drift where shard = :shard)")
                .bind("shard", Shard.of(alias.toString()))
                .mapTo(Boolean.class)
                .one();
    }

    /** What stands of one consent. */
    record State(ConsentState state, @Nullable Instant expiresAt) {

        boolean holds(Instant now) {
            return state == ConsentState.GRANTED && expiresAt != null && now.isBefore(expiresAt);
        }

        boolean isNo() {
            return state == ConsentState.REFUSED || state == ConsentState.WITHDRAWN;
        }
    }
}
