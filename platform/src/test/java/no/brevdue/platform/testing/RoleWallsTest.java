package no.brevdue.platform.testing;

import no.brevdue.platform.database.ServiceDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The templates keep the walls, and each hole in them is found. */
class RoleWallsTest {

    private static ServiceDatabase storage;

    @BeforeAll
    static void start() {
        storage = new ServiceDatabase("probe", "outbox/outbox.sql", "event/projection.sql");
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void theTemplatesKeepTheWalls() {
        RoleWalls.check(storage.url(), "probe", "outbox");
    }

    @Test
    void aTableWithoutPolicyIsFound() {
        assertFound("create table diary (line text); grant select on diary to probe_request", "drop table diary");
    }

    @Test
    void aReadableOutboxIsFound() {
        assertFound("grant select on outbox to probe_request", "revoke select on outbox from probe_request");
    }

    @Test
    void aRequestThatMayCreateTablesIsFound() {
        assertFound(
                "grant create on schema probe to probe_request", "revoke create on schema probe from probe_request");
    }

    private static void assertFound(String hole, String repair) {
        storage.owner().useHandle(owner -> owner.execute(hole));
        try {
            assertThatThrownBy(() -> RoleWalls.check(storage.url(), "probe", "outbox"))
                    .isInstanceOf(AssertionError.class);
        } finally {
            storage.owner().useHandle(owner -> owner.execute(repair));
        }
    }
}
