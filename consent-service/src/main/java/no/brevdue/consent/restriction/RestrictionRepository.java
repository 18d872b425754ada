package no.brevdue.consent.restriction;

import no.brevdue.consent.restriction.Denials.Denial;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated.Denied;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RestrictionRepository {

    private static final String ROWS = "select restriction_id, alias, kind, target, since from restriction ";

    void add(Transaction tx, Denial row) {
        tx.handle()
                .createUpdate("""
                        insert into restriction (restriction_id, alias, kind, target, since)
                        values (:id, :alias, :kind, :target, :since)""")
                .bind("id", row.restrictionId())
                .bind("alias", row.alias())
                .bind("kind", row.kind())
                .bind("target", row.target())
                .bind("since", row.since())
                .execute();
    }

    void lift(Transaction tx, UUID id, Instant now) {
        tx.handle()
                .createUpdate("update restriction set lifted_at = :now where restriction_id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    Denials inForce(Transaction tx, Collection<UUID> aliases) {
        return new Denials(tx.handle()
                .createQuery(ROWS + "where lifted_at is null and alias = any(:aliases) order by since, restriction_id")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Denial.class))
                .list());
    }

    Map<UUID, List<Denied>> denied(Transaction tx, Collection<UUID> aliases) {
        return tx
                .handle()
                .createQuery(ROWS + "where lifted_at is null and alias = any(:aliases) order by kind, target")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Denial.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Denial::alias,
                        Collectors.mapping(row -> new Denied(row.kind(), row.target()), Collectors.toList())));
    }
}
