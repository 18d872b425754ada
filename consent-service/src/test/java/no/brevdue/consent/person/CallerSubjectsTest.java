package no.brevdue.consent.person;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Who decides for whom stands in Java and in the row policies: two texts of one rule. */
@QuarkusTest
class CallerSubjectsTest {

    private static final LocalDate TODAY = LocalDate.of(2028, 2, 28);
    private static final List<RepresentationKind> KINDS = List.of(RepresentationKind.values());
    private static final int ROUNDS = 400;

    private final Database database;
    private final PersonRepository persons;
    private final Random random = new Random(20_280_228);

    CallerSubjectsTest(Database database, PersonRepository persons) {
        this.database = database;
        this.persons = persons;
    }

    @Test
    void theRowPoliciesKnowTheSamePeopleAsTheRule() {
        int others = 0;
        int dead = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Set<UUID> subjects = database.asWorker(this::bothSay);
            others += subjects.size() > 1 ? 1 : 0;
            dead += subjects.isEmpty() ? 1 : 0;
        }
        assertThat(others).isBetween(ROUNDS / 20, ROUNDS / 2);
        assertThat(dead).isPositive();
    }

    /** Two people, one of whom has some right over the other. Returns what both texts agree on. */
    private Set<UUID> bothSay(Transaction tx) {
        UUID actor = UUID.randomUUID();
        UUID represented = UUID.randomUUID();
        someone(tx, actor, LocalDate.of(1980, 4, 12), List.of());
        someone(tx, represented, born(), List.of(right(actor), right(actor)));

        Set<UUID> expected = new HashSet<>();
        Person acting = persons.byAlias(tx, actor).orElseThrow();
        if (!acting.deceased()) {
            expected.add(actor);
        }
        persons.byAlias(tx, represented)
                .flatMap(person -> person.isDecidedForBy(acting, List.of(actor), TODAY))
                .ifPresent(kind -> expected.add(represented));
        assertThat(callerSubjects(tx, actor)).isEqualTo(expected);
        return expected;
    }

    private static Set<UUID> callerSubjects(Transaction tx, UUID actor) {
        tx.handle()
                .createQuery(
                        "select set_config('brevdue.citizen', :alias, true) || set_config('brevdue.today', :day, true)")
                .bind("alias", actor.toString())
                .bind("day", TODAY.toString())
                .mapTo(String.class)
                .one();
        return tx.handle()
                .createQuery("select unnest(caller_subjects())")
                .mapTo(UUID.class)
                .set();
    }

    /** Known under one alias, which is also their id. */
    private void someone(Transaction tx, UUID id, LocalDate born, List<Representation> rights) {
        for (String row : List.of(
                "insert into linked_person (person_id, version) values (:id, 1)",
                "insert into alias_claim (alias, person_id) values (:id, :id)")) {
            tx.handle().createUpdate(row).bind("id", id).execute();
        }
        ReadingPlan plan = new ReadingPlan(born.plusYears(16), rights);
        persons.save(tx, id, 1, new PersonFacts(born, seldom(), seldom(), false, true, true, Language.NB, plan));
        if (seldom()) {
            persons.passed(tx, id, 3); // version 2 is missing
        }
    }

    private LocalDate born() {
        int age = List.of(9, 13, 16, 40).get(random.nextInt(4));
        return random.nextInt(8) == 0
                ? LocalDate.of(2012, 2, 29)
                : TODAY.minusYears(age).plusDays(random.nextInt(3) - 1L);
    }

    private Representation right(UUID actor) {
        LocalDate from = TODAY.plusDays(random.nextInt(4) - 2L);
        return new Representation(
                random.nextInt(6) == 0 ? UUID.randomUUID() : actor,
                KINDS.get(random.nextInt(KINDS.size())),
                RepresentationExtent.ALL,
                random.nextBoolean() ? RepresentationScope.ACT : RepresentationScope.READ,
                from,
                random.nextBoolean() ? null : from.plusDays(1L + random.nextInt(3)));
    }

    private boolean seldom() {
        return random.nextInt(10) == 0;
    }
}
