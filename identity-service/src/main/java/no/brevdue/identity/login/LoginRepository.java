package no.brevdue.identity.login;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class LoginRepository {

    void add(Transaction tx, UUID person, SeenLogin seen) {
        Login login = seen.login();
        tx.handle()
                .createUpdate("""
                        insert into login (person_id, key, at, level, issuer, client)
                        values (:person, :key, :at, :level, :issuer, :client)
                        on conflict do nothing""")
                .bind("person", person)
                .bind("key", seen.key())
                .bind("at", login.at())
                .bind("level", login.level())
                .bind("issuer", login.issuer())
                .bind("client", login.client())
                .execute();
    }

    List<Login> newest(Transaction tx, UUID person, Instant since, int limit) {
        return tx.handle()
                .createQuery("""
                        select at, level, issuer, client from login
                        where person_id in (select id from person where id = :person or merged_into = :person)
                            and at >= :since
                        order by at desc limit :limit""")
                .bind("person", person)
                .bind("since", since)
                .bind("limit", limit)
                .map(RecordMapper.of(Login.class))
                .list();
    }

    void removeOlderThan(Transaction tx, Instant before) {
        tx.handle()
                .createUpdate("delete from login where at < :before")
                .bind("before", before)
                .execute();
    }
}
