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
        storage = new ServiceDatabase("probe", "outbox/outbox.sql", "event/projection.sql", "identity/alias_link.sql");
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void theTemplatesKeepTheWalls() {
        RoleWalls.check(storage.url(), "probe", "person_of", "aliases_of_same_person");
    }

    @Test
    void aTableWithoutPolicyIsFound() {
        assertFound("create table diary (line text); grant select on diary to probe_request", "drop table diary");
    }

    @Test
    void aTableWhosePoliciesDoNotBindItsOwnerIsFound() {
        assertFound("alter table outbox no force row level security", "alter table outbox force row level security");
    }

    @Test
    void aViewIsFound() {
        assertFound("grant select on alias_link to probe_request", "revoke select on alias_link from probe_request");
    }

    @Test
    void aFunctionThatRunsAsItsOwnerIsFound() {
        assertFound(
                "create function peep() returns bigint language sql security definer return (select count(*) from outbox)",
                "drop function peep()");
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
            assertThatThrownBy(() -> RoleWalls.check(storage.url(), "probe", "person_of", "aliases_of_same_person"))
                    .isInstanceOf(AssertionError.class);
        } finally {
            storage.owner().useHandle(owner -> owner.execute(repair));
        }
    }
}
