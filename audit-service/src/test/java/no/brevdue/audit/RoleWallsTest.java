package no.brevdue.audit;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.platform.testing.RoleWalls;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoleWallsTest {

    private final String url;

    RoleWallsTest(@ConfigProperty(name = "brevdue.database.url") String url) {
        this.url = url;
    }

    @Test
    void theDatabaseRefusesWhatNoRoleMayDo() {
        RoleWalls.check(url, "audit", "person_of", "aliases_of_same_person", "decisions_in_doubt");
    }
}
