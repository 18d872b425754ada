package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.platform.database.Transaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may act for each person, in the order it was told. */
@ApplicationScoped
class PlanRepository {

    void replace(Transaction tx, UUID person, List<Representation> representations) {
        tx.handle()
                .createUpdate("delete from representation where person_id = :person")
                .bind("person", person)
                .execute();
        var batch = tx.handle().prepareBatch("""
                        insert into representation
                            (person_id, position, representative, kind, extent, scope, from_date, until_date)
                        values (:person, :position, :representative, :kind, :extent, :scope, :from, :until)""");
        for (int position = 0; position < representations.size(); position++) {
            batch.bind("person", person)
                    .bind("position", position)
                    .bindMethods(representations.get(position))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    Map<UUID, List<Representation>> of(Transaction tx, Collection<UUID> persons) {
        Map<UUID, List<Representation>> found = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select person_id, representative, kind, extent, scope, from_date, until_date
                        from representation where person_id = any(:persons) order by person_id, position""")
                .bindArray("persons", UUID.class, persons)
                .map((row, context) -> Map.entry(
                        row.getObject("person_id", UUID.class),
                        new Representation(
                                row.getObject("representative", UUID.class),
                                RepresentationKind.valueOf(row.getString("kind")),
                                RepresentationExtent.valueOf(row.getString("extent")),
                                RepresentationScope.valueOf(row.getString("scope")),
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("until_date", LocalDate.class))))
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), unused -> new ArrayList<>())
                        .add(entry.getValue()));
        return found;
    }
}
