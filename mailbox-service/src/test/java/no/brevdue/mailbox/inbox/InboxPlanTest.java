package no.brevdue.mailbox.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.testing.TestClock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What an inbox page costs does not depend on how many letters there are. */
@QuarkusTest
class InboxPlanTest {

    private static final int PAGE = 11;
    private static final Pattern READ = Pattern.compile("using delivery_of_person .*actual .*rows=([0-9]+)");

    private final Database database;
    private final AgroalDataSource requests;

    InboxPlanTest(Database database, AgroalDataSource requests) {
        this.database = database;
        this.requests = requests;
    }

    @Test
    void aPageReadsAsManyLettersAsItShows() {
        UUID alias = UUID.randomUUID();
        published(alias, 2_000);

        Jdbi asReader = Jdbi.create(requests).installPlugin(new PostgresPlugin());
        List<String> plan = asReader.inTransaction(handle -> {
            handle.execute("select set_config('brevdue.citizen', ?, true)", alias.toString());
            return handle.createQuery("explain (analyze) " + InboxRepository.OF_PERSON)
                    .bindArray("aliases", UUID.class, List.of(alias))
                    .bind("all", true)
                    .bind("deleted", false)
                    .bind("archived", false)
                    .bind("now", TestClock.START)
                    .bind("published_at", TestClock.START)
                    .bind("id", UUID.randomUUID())
                    .bind("limit", PAGE)
                    .mapTo(String.class)
                    .list();
        });

        assertThat(plan)
                .anySatisfy(line -> assertThat(READ.matcher(line).results())
                        .singleElement()
                        .satisfies(read ->
                                assertThat(Integer.parseInt(read.group(1))).isEqualTo(PAGE)));
    }

    private void published(UUID alias, int letters) {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("""
                        with letters as (
                            insert into message (id, thread_id, sender, reference, idempotency_key, request_digest, subject,
                                purpose, language, accepted_at)
                            select gen_random_uuid(), :alias, '100100711', gen_random_uuid(), gen_random_uuid(), '',
                                :alias, 'TREATMENT', 'nb', :now from generate_series(1, :letters)
                            returning id)
                        insert into delivery (id, message_id, thread_id, sender, recipient_kind, alias, version, state,
                            fallback, confirmation_required, accepted_at, read_before, opened_at, ended_at, published_at)
                        select gen_random_uuid(), id, :alias, '100100711', 'PERSON', :alias, 3, 'OPENED', 'NONE', false,
                            :now, :now, :now, :now, cast(:now as timestamptz) - row_number() over () * interval '1 minute'
                        from letters""")
                .bind("alias", alias)
                .bind("now", TestClock.START)
                .bind("letters", letters)
                .execute());
    }
}
