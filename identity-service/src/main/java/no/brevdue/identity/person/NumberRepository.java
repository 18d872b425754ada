package no.brevdue.identity.person;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** The history of identity numbers, and who turned out to be whom. */
@ApplicationScoped
class NumberRepository {

    /** A number somebody had before; encrypted for {@code keptFor}. */
    record Former(UUID alias, byte[] number, @Nullable UUID mergedFrom) {}

    List<Former> former(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select alias, number, merged_from from former_number where person_id = :person")
                .bind("person", person)
                .map(RecordMapper.of(Former.class))
                .list();
    }

    void keep(Transaction tx, UUID person, UUID alias, byte[] encrypted, @Nullable UUID mergedFrom, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into former_number (alias, person_id, number, merged_from, since)
                        values (:alias, :person, :number, :mergedFrom, :now)
                        on conflict (alias) do nothing""")
                .bind("alias", alias)
                .bind("person", person)
                .bind("number", encrypted)
                .bind("mergedFrom", mergedFrom)
                .bind("now", now)
                .execute();
    }

    void forget(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("delete from former_number where alias = :alias")
                .bind("alias", alias)
                .execute();
    }

    void use(Transaction tx, UUID person, byte[] encrypted) {
        tx.handle()
                .createUpdate("update person set number = :number where id = :person")
                .bind("person", person)
                .bind("number", encrypted)
                .execute();
    }

    List<UUID> lockAfter(Transaction tx, String key, int limit) {
        return tx.handle()
                .createQuery("""
                        select id from person
                        where merged_into is null and (:key = '' or id > nullif(:key, '')::uuid)
                        order by id limit :limit for update""")
                .bind("key", key)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /** Others who are known by one of these aliases, in the order of their ids. */
    List<UUID> others(Transaction tx, UUID person, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select distinct person_id from person_alias
                        where alias = any(:aliases) and person_id <> :person order by person_id""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("person", person)
                .mapTo(UUID.class)
                .list();
    }

    /** From now on whatever leads to {@code duplicate} leads to {@code person}. */
    void merge(Transaction tx, UUID duplicate, UUID person) {
        tx.handle()
                .createUpdate(
                        "update person set merged_into = :person where id = :duplicate or merged_into = :duplicate")
                .bind("person", person)
                .bind("duplicate", duplicate)
                .execute();
        tx.handle()
                .createUpdate("""
                        update person_alias set person_id = :person, merged_from = coalesce(merged_from, :duplicate)
                        where person_id = :duplicate""")
                .bind("person", person)
                .bind("duplicate", duplicate)
                .execute();
    }

    /** What once led to {@code other} leads there again. */
    void split(Transaction tx, UUID other) {
        tx.handle()
                .createUpdate("update person set merged_into = null where id = :other")
                .bind("other", other)
                .execute();
        tx.handle().createUpdate("""
                        update person_alias set person_id = :other, merged_from = null where merged_from = :other""").bind("other", other).execute();
    }

    void unlink(Transaction tx, UUID person, Collection<UUID> aliases) {
        tx.handle()
                .createUpdate("delete from person_alias where person_id = :person and alias = any(:aliases)")
                .bind("person", person)
                .bindArray("aliases", UUID.class, aliases)
                .execute();
    }
}
