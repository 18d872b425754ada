package no.brevdue.consent;

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
        RoleWalls.check(url, "consent", "person_of", "aliases_of_same_person", "caller_subjects");
    }
}
