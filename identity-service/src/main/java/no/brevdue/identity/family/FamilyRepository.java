package no.brevdue.identity.family;

import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FamilyRepository {

    Map<UUID, ParentalResponsibility> parents(Transaction tx, UUID child) {
        Map<UUID, ParentalResponsibility> parents = new TreeMap<>();
        tx.handle()
                .createQuery("select parent_id, responsibility from parental_responsibility where child_id = :child")
                .bind("child", child)
                .map((row, context) -> Map.entry(
                        row.getObject("parent_id", UUID.class),
                        ParentalResponsibility.valueOf(row.getString("responsibility"))))
                .forEach(parent -> parents.put(parent.getKey(), parent.getValue()));
        return parents;
    }

    Map<UUID, Set<UUID>> parents(Transaction tx, Collection<UUID> children) {
        Map<UUID, Set<UUID>> parents = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select child_id, parent_id from parental_responsibility where child_id = any(:children)
                        order by child_id, parent_id""")
                .bindArray("children", UUID.class, children)
                .map((row, context) ->
                        Map.entry(row.getObject("child_id", UUID.class), row.getObject("parent_id", UUID.class)))
                .forEach(pair -> parents.computeIfAbsent(pair.getKey(), child -> new LinkedHashSet<>())
                        .add(pair.getValue()));
        return parents;
    }

    List<UUID> children(Transaction tx, UUID parent) {
        return ids(
                tx, "select child_id from parental_responsibility where parent_id = :person order by child_id", parent);
    }

    List<UUID> wards(Transaction tx, UUID guardian) {
        return ids(
                tx, "select distinct ward_id from guardianship where guardian_id = :person order by ward_id", guardian);
    }

    /** The person, and everybody for whom the person may come to act. */
    List<UUID> concerned(Transaction tx, UUID person) {
        return ids(tx, """
                select :person union select child_id from parental_responsibility where parent_id = :person
                union select ward_id from guardianship where guardian_id = :person order by 1""", person);
    }

    private static List<UUID> ids(Transaction tx, String sql, UUID person) {
        return tx.handle()
                .createQuery(sql)
                .bind("person", person)
                .mapTo(UUID.class)
                .list();
    }

    List<Guardianship> guardianships(Transaction tx, UUID ward) {
        return tx.handle()
                .createQuery("""
                        select guardian_id, type, scope from guardianship where ward_id = :ward
                        order by guardian_id, type, scope""")
                .bind("ward", ward)
                .map((row, context) -> new Guardianship(
                        row.getObject("guardian_id", UUID.class),
                        GuardianshipType.valueOf(row.getString("type")),
                        GuardianshipScope.valueOf(row.getString("scope"))))
                .list();
    }

    /** Encrypted. */
    Optional<byte[]> home(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select fingerprints from home where person_id = :person")
                .bind("person", person)
                .mapTo(byte[].class)
                .findOne();
    }

    /** True if that is new. */
    boolean replaceParents(Transaction tx, UUID child, Map<UUID, ParentalResponsibility> parents) {
        if (parents(tx, child).equals(parents)) {
            return false;
        }
        clear(tx, "delete from parental_responsibility where child_id = :person", child);
        PreparedBatch rows = tx.handle()
                .prepareBatch("insert into parental_responsibility (child_id, parent_id, responsibility)"
                        + " values (:child, :parent, :responsibility)");
        parents.forEach((parent, responsibility) -> rows.bind("child", child)
                .bind("parent", parent)
                .bind("responsibility", responsibility)
                .add());
        return insert(rows);
    }

    /** True if that is new. */
    boolean replaceGuardianships(Transaction tx, UUID ward, Set<Guardianship> guardianships) {
        if (new HashSet<>(guardianships(tx, ward)).equals(guardianships)) {
            return false;
        }
        clear(tx, "delete from guardianship where ward_id = :person", ward);
        PreparedBatch rows = tx.handle()
                .prepareBatch("insert into guardianship (ward_id, guardian_id, type, scope)"
                        + " values (:ward, :guardian, :type, :scope)");
        guardianships.forEach(guardianship -> rows.bind("ward", ward)
                .bind("guardian", guardianship.guardian())
                .bind("type", guardianship.type())
                .bind("scope", guardianship.scope())
                .add());
        return insert(rows);
    }

    /** Those for whom {@code duplicate} has responsibility are {@code person}'s; of the duplicate itself nothing is said. */
    void merge(Transaction tx, UUID duplicate, UUID person) {
        for (String sql : List.of(
                "delete from parental_responsibility where child_id = :duplicate",
                "delete from guardianship where ward_id = :duplicate",
                "delete from home where person_id = :duplicate")) {
            tx.handle().createUpdate(sql).bind("duplicate", duplicate).execute();
        }
        for (String sql : List.of("""
                with theirs as (
                    delete from parental_responsibility where parent_id = :duplicate
                    returning child_id, responsibility)
                insert into parental_responsibility (child_id, parent_id, responsibility)
                select child_id, :person, responsibility from theirs where child_id <> :person
                on conflict do nothing""", """
                with theirs as (delete from guardianship where guardian_id = :duplicate returning ward_id, type, scope)
                insert into guardianship (ward_id, guardian_id, type, scope)
                select ward_id, :person, type, scope from theirs where ward_id <> :person
                on conflict do nothing""")) {
            tx.handle()
                    .createUpdate(sql)
                    .bind("duplicate", duplicate)
                    .bind("person", person)
                    .execute();
        }
    }

    void forgetHome(Transaction tx, UUID person) {
        clear(tx, "delete from home where person_id = :person", person);
    }

    void keepHome(Transaction tx, UUID person, byte[] encrypted) {
        tx.handle()
                .createUpdate("""
                        insert into home (person_id, fingerprints) values (:person, :fingerprints)
                        on conflict (person_id) do update set fingerprints = excluded.fingerprints""")
                .bind("person", person)
                .bind("fingerprints", encrypted)
                .execute();
    }

    private static void clear(Transaction tx, String sql, UUID person) {
        tx.handle().createUpdate(sql).bind("person", person).execute();
    }

    private static boolean insert(PreparedBatch rows) {
        if (rows.size() > 0) {
            rows.execute();
        }
        return true;
    }
}
