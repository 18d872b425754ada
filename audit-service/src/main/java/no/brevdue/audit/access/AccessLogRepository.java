package no.brevdue.audit.access;

import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.Outcome;
import no.brevdue.platform.database.Transaction;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AccessLogRepository {

    /** One index range for each alias, however many entries there are; the row policies check the aliases again. */
    List<AccessLogRow> page(Transaction tx, List<UUID> aliases, Cursor after, int limit) {
        return tx.handle()
                .createQuery("""
                        select e.* from unnest(:aliases) as alias cross join lateral (
                            select leaf_index, at, actor_kind, actor, supplier, action, purpose, object_type, object,
                                   organization, outcome
                            from entry
                            where subject = alias and (at, leaf_index) < (:at, :index)
                            order by at desc, leaf_index desc limit :limit) e
                        order by at desc, leaf_index desc limit :limit""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("at", after.at().atOffset(ZoneOffset.UTC))
                .bind("index", after.index())
                .bind("limit", limit)
                .map((row, context) -> new AccessLogRow(
                        row.getLong("leaf_index"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        ActorKind.valueOf(row.getString("actor_kind")),
                        row.getString("actor"),
                        row.getString("supplier"),
                        row.getString("action"),
                        row.getString("purpose"),
                        row.getString("object_type"),
                        row.getString("object"),
                        row.getString("organization"),
                        Outcome.valueOf(row.getString("outcome"))))
                .list();
    }
}
