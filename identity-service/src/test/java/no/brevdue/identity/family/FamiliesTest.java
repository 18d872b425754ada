package no.brevdue.identity.family;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.person.RegisterFacts;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class FamiliesTest {

    private static final LocalDate BORN = LocalDate.of(2016, 3, 14);

    @Inject
    Letters letters;

    @Inject
    Facts facts;

    @Inject
    Database database;

    @Inject
    Families families;

    @Inject
    FamilyService service;

    @Inject
    PersonService persons;

    @Inject
    Told told;

    /** Hears what others build on. */
    @Singleton
    static class Told {

        private final List<UUID> people = new ArrayList<>();

        synchronized void on(@Observes FamilyChanged changed) {
            people.add(changed.person());
        }

        synchronized List<UUID> people() {
            return List.copyOf(people);
        }
    }

    @AfterEach
    void everyRegisterIsThere() {
        Registers.populationRegisterAway(false);
    }

    @Test
    void parentsArePersonsBeforeAnythingIsSaidOfTheirChild() {
        String child = child(1000);
        String mother = adult(1001);
        String father = adult(1002);
        Registers.livesAt(child, "place-1");
        Registers.livesAt(mother, "place-1");
        Registers.livesAt(father, "place-2");
        Registers.responsible(child, mother, "Joint");
        Registers.responsible(child, father, "Joint");

        PersonRegistered registered = letters.register(child);

        Family family = family(registered.personId());
        assertThat(family.birthDate()).isEqualTo(BORN);
        assertThat(family.parents())
                .containsExactlyInAnyOrder(
                        new Parent(id(mother), ParentalResponsibility.JOINT, true),
                        new Parent(id(father), ParentalResponsibility.JOINT, false));
        assertThat(family(id(mother)).children()).containsExactly(registered.personId());
        List<UUID> order = facts.published(PersonRegistered.class).stream()
                .map(PersonRegistered::alias)
                .toList();
        assertThat(order).contains(letters.alias(mother), letters.alias(father));
        assertThat(told.people()).contains(registered.personId());
    }

    @Test
    void aGuardianIsAPersonAndItsScopeIsKept() {
        String ward = adult(1003);
        String guardian = adult(1004);
        Registers.guardian(ward, guardian, "Adult", "FinancialInterests");

        PersonRegistered registered = letters.register(ward);

        assertThat(family(registered.personId()).guardianships())
                .containsExactly(new Guardianship(id(guardian), GuardianshipType.ADULT, GuardianshipScope.FINANCIAL));
        assertThat(family(id(guardian)).wards()).containsExactly(registered.personId());
    }

    @Test
    void aParentTheRegisterDoesNotKnowKeepsNoLetterBack() {
        String child = child(1005);
        Registers.responsible(child, number(1006), "Mother");

        assertThat(family(letters.register(child).personId()).parents()).isEmpty();
    }

    @Test
    void whatChangesForAParentIsToldOfTheChildToo() {
        String child = child(1007);
        String mother = adult(1008);
        Registers.responsible(child, mother, "Mother");
        UUID childId = letters.register(child).personId();
        UUID motherId = id(mother);
        int before = told.people().size();
        var dead = new RegisterFacts(LocalDate.of(1985, 3, 14), true, false);

        boolean changed = database.asWorker(tx -> service.keep(tx, motherId, dead, nobody()));
        boolean again = database.asWorker(tx -> service.keep(tx, motherId, dead, nobody()));

        assertThat(changed).isTrue();
        assertThat(again).isFalse();
        List<UUID> since = told.people().subList(before, told.people().size());
        assertThat(since).contains(motherId, childId);
        await().untilAsserted(() -> assertThat(facts.published(PersonRestated.class))
                .filteredOn(fact -> fact.personId().equals(motherId))
                .singleElement()
                .satisfies(fact -> assertThat(fact.facts().deceased()).isTrue()));
    }

    @Test
    void theNameIsTheRegistersAndIsNotKeptInClear() {
        String adult = adult(1009);
        Registers.named(adult, "Kari", "Nordmann");

        UUID id = letters.register(adult).personId();

        Optional<String> name = database.asWorker(tx -> persons.name(tx, id));
        String stored = database.asWorker(tx -> tx.handle()
                .createQuery("select encode(name, 'escape') from person where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
        assertThat(name).contains("Kari Nordmann");
        assertThat(stored).doesNotContain("Kari");
    }

    private static Relations nobody() {
        return new Relations(Map.of(), Set.of(), Set.of());
    }

    private Family family(UUID person) {
        return database.asWorker(tx -> families.of(tx, person));
    }

    private UUID id(String number) {
        return database.asWorker(tx -> persons.withNumber(tx, letters.number(number)))
                .orElseThrow();
    }

    private static String child(int n) {
        Registers.know(number(n), BORN.toString());
        return number(n);
    }

    private static String adult(int n) {
        Registers.know(number(n), "1985-03-14");
        return number(n);
    }

    private static String number(int n) {
        return SyntheticNumbers.person(n).value();
    }
}
