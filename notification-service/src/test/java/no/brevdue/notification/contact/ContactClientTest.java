package no.brevdue.notification.contact;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.notification.IdentityStandIn;
import no.brevdue.notification.contact.ContactClient.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ContactClientTest {

    private final ContactClient contacts;
    private final UUID alias = UUID.randomUUID();

    ContactClientTest(ContactClient contacts) {
        this.contacts = contacts;
    }

    @Test
    void aPersonIsReachedAtTheirAddressInTheirLanguage() {
        IdentityStandIn.answers(
                alias, 200, "{\"email\":\"kari@example.test\",\"mobile\":\"+4740000000\",\"language\":\"SE\"}");

        assertThat(contacts.lookUp(letter(alias), LookupPurpose.LETTER))
                .isEqualTo(new ContactLookup.Reachable(
                        List.of(new ContactLookup.Reader(new EmailAddress("kari@example.test"), Language.SE))));
    }

    @Test
    void aPersonWithOnlyAMobileNumberHasNoChannelYet() {
        IdentityStandIn.answers(alias, 200, "{\"mobile\":\"+4740000000\",\"language\":\"NB\"}");

        assertThat(contacts.lookUp(letter(alias), LookupPurpose.LETTER)).isEqualTo(new ContactLookup.NoChannel());
    }

    @Test
    void aStrangerHasNoChannel() {
        assertThat(contacts.lookUp(letter(alias), LookupPurpose.LETTER)).isEqualTo(new ContactLookup.NoChannel());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|<html>a proxy that has lost its way</html>",
                "404|{\"code\":\"BD-1020\"}",
                "200|<html>a proxy that has lost its way</html>",
                "500|{\"code\":\"BD-1000\"}",
                "503|",
                "401|{\"code\":\"BD-1031\"}",
                "403|{\"code\":\"BD-1032\"}",
                "200|{\"email\":\"kari@example.test\",\"language\":\"XX\"}"
            })
    void whatIsNoAnswerOfIdentityServiceProvesNothing(int status, String body) {
        IdentityStandIn.answers(alias, status, body == null ? "" : body);

        assertThat(contacts.lookUp(letter(alias), LookupPurpose.LETTER)).isEqualTo(new ContactLookup.Away());
    }

    @Test
    void oneWhoMakesIdentityServiceStumbleKeepsNobodyElseBack() {
        UUID kari = UUID.randomUUID();
        IdentityStandIn.knows(kari, "kari@example.test", "NB");
        IdentityStandIn.answers(alias, 500, "{\"code\":\"BD-1000\"}");

        assertThat(contacts.lookUp(
                        List.of(letter(alias), letter(kari), letter(UUID.randomUUID())), LookupPurpose.LETTER))
                .containsExactly(
                        new ContactLookup.Away(),
                        new ContactLookup.Reachable(
                                List.of(new ContactLookup.Reader(new EmailAddress("kari@example.test"), Language.NB))),
                        new ContactLookup.NoChannel());
    }

    private static Letter letter(UUID alias) {
        return new Letter(alias, ParentVisibility.HIDDEN);
    }
}
