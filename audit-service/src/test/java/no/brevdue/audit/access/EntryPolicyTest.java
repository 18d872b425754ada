package no.brevdue.audit.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.audit.entry.Entries;
import no.brevdue.audit.entry.Entry;
import no.brevdue.audit.log.AuditLogService;
import no.brevdue.platform.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;

/** The second wall: what the request role sees of the log when a query forgets to ask for whom. */
@QuarkusTest
class EntryPolicyTest {

    private static final AtomicLong POSITION = new AtomicLong();

    @Inject
    AgroalDataSource requests;

    @Inject
    Database database;

    @Inject
    AuditLogService log;

    private final UUID kari = UUID.randomUUID();
    private final UUID ola = UUID.randomUUID();

    @BeforeEach
    void logBoth() {
        database.asWorkerDo(tx -> log.append(tx, List.of(opened(kari), opened(ola))));
    }

    @Test
    void aCitizenSeesOwnRowsAndNoOthers() {
        assertThat(subjectsSeenBy(kari.toString())).containsOnly(kari);
    }

    @Test
    void whoeverIsNoCitizenSeesNoRow() {
        assertThat(subjectsSeenBy("")).isEmpty();
    }

    private static Entry opened(UUID person) {
        return Entry.of(Entries.opened("identity-0", person, Entries.AT), POSITION.incrementAndGet());
    }

    private List<UUID> subjectsSeenBy(String citizen) {
        return Jdbi.create(requests).inTransaction(handle -> {
            String unused = handle.createQuery("select set_config('brevdue.citizen', :citizen, true)")
                    .bind("citizen", citizen)
                    .mapTo(String.class)
                    .one();
            return handle.createQuery("select subject from entry")
                    .mapTo(UUID.class)
                    .list();
        });
    }
}
