package no.brevdue.identity.person;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.UUID;
import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class PersonServiceTest {

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    PersonService persons;

    @Test
    void aSecondAliasOfTheSameNumberMeansTheSamePerson() {
        PersonRegistered einar = registered(SyntheticPeople.EINAR);
        NationalIdentityNumber number = letters.number(SyntheticPeople.EINAR);
        UUID ofAnotherKey = UUID.randomUUID();

        var known = database.asWorker(tx -> persons.recognize(tx, number, ofAnotherKey));
        var knownStill = database.asWorker(tx -> persons.recognize(tx, number, ofAnotherKey));

        assertThat(known).contains(einar.personId());
        assertThat(knownStill).isEqualTo(known);
        assertThat(restated(einar).version()).isEqualTo(2);
        assertThat(restated(einar).aliases()).containsExactlyInAnyOrder(einar.alias(), ofAnotherKey);
        assertThat(database.asWorker(tx -> persons.find(tx, ofAnotherKey)).map(Person::version))
                .contains(2L);
    }

    private PersonRegistered registered(String number) {
        Registers.know(number, "1965-01-01");
        return letters.register(number);
    }

    private PersonRestated restated(PersonRegistered person) {
        return await().until(
                        () -> facts.published(PersonRestated.class).stream()
                                .filter(fact -> fact.personId().equals(person.personId()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
