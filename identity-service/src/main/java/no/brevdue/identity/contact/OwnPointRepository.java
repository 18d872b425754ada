package no.brevdue.identity.contact;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class OwnPointRepository {

    List<Row> of(Transaction tx, Collection<UUID> people) {
        return tx.handle()
                .createQuery("""
                        select person_id, medium, address, verified_at from own_contact_point
                        where person_id = any(:people)""")
                .bindArray("people", UUID.class, people)
                .map(RecordMapper.of(Row.class))
                .list();
    }

    void store(Transaction tx, Row point, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into own_contact_point (person_id, medium, address, verified_at, set_at)
                        values (:person, :medium, :address, :verifiedAt, :now)
                        on conflict (person_id, medium) do update
                        set address = excluded.address, verified_at = excluded.verified_at, set_at = excluded.set_at""")
                .bind("person", point.personId())
                .bind("medium", point.medium())
                .bind("address", point.address())
                .bind("verifiedAt", point.verifiedAt())
                .bind("now", now)
                .execute();
    }

    /** False when there was none. */
    boolean remove(Transaction tx, UUID person, Medium medium) {
        return tx.handle()
                        .createUpdate("delete from own_contact_point where person_id = :person and medium = :medium")
                        .bind("person", person)
                        .bind("medium", medium)
                        .execute()
                == 1;
    }

    Optional<Language> language(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select language from chosen_language where person_id = :person")
                .bind("person", person)
                .mapTo(Language.class)
                .findOne();
    }

    void choose(Transaction tx, UUID person, Language language) {
        tx.handle()
                .createUpdate("""
                        insert into chosen_language (person_id, language) values (:person, :language)
                        on conflict (person_id) do update set language = excluded.language""")
                .bind("person", person)
                .bind("language", language)
                .execute();
    }

    /** A point as stored: the address encrypted. */
    record Row(
            UUID personId,
            Medium medium,
            byte[] address,
            @Nullable Instant verifiedAt) {}
}
