package no.brevdue.mailbox;

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
        RoleWalls.check(
                url,
                "mailbox",
                "person_of",
                "aliases_of_same_person",
                "forget_refusal",
                "complete_message",
                "reopen_message",
                "withheld",
                "denied_to_practitioner",
                "represents_by_law",
                "consent_is_over",
                "sends",
                "sends_delivery",
                "decisions_in_doubt",
                "hold_decisions",
                "agreed",
                "caller_own_aliases",
                "caller_represented",
                "caller_represented_aliases");
    }
}
