package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule, the day before each birthday and on it. */
class RepresentationRulesTest {

    private static final LocalDate BORN = LocalDate.of(2010, 5, 20);
    private static final LocalDate ADULTS_BIRTH = LocalDate.of(1980, 1, 1);

    /** A: all letters, M: those that are marked, -: none; for the child, O: reads alone. */
    private static final List<LocalDate> DAYS = Stream.of(12, 13, 16, 18)
            .flatMap(years -> Stream.of(BORN.plusYears(years).minusDays(1), BORN.plusYears(years)))
            .toList();

    private static final Party CHILD = party(BORN);
    private static final Party MOTHER = party(ADULTS_BIRTH);
    private static final Party FATHER = party(ADULTS_BIRTH);

    @ParameterizedTest
    @CsvSource({
        // mother at home, father at home, hidden, mother reads, father reads
        "true,  true,  false, A M M M M - - -, A M M M M - - -",
        "true,  false, false, A M M M M - - -, A M M M M - - -",
        "false, true,  false, A M M M M - - -, A M M M M - - -",
        "false, false, false, - - - - - - - -, - - - - - - - -",
        "true,  true,  true,  - - - - - - - -, - - - - - - - -",
        "true,  false, true,  - - - - - - - -, - - - - - - - -",
        "false, true,  true,  - - - - - - - -, - - - - - - - -",
        "false, false, true,  - - - - - - - -, - - - - - - - -"
    })
    void parentsReadByAge(boolean motherAtHome, boolean fatherAtHome, boolean hidden, String mother, String father) {
        Circumstances family = family(CHILD, parent(MOTHER, motherAtHome), parent(FATHER, fatherAtHome), hidden);

        assertThat(reads(family, MOTHER)).isEqualTo(mother);
        assertThat(reads(family, FATHER)).isEqualTo(father);
    }

    @ParameterizedTest
    @CsvSource({
        // the child, then the mother, who alone lives with the child: deceased, protected, deactivated; mother and
        // father read
        "false, false, false, false, false, false, A M M M M - - -, A M M M M - - -",
        "true,  false, false, false, false, false, - - - - - - - -, - - - - - - - -",
        "false, true,  false, false, false, false, - - - - - - - -, - - - - - - - -",
        "false, false, true,  false, false, false, - - - - - - - -, - - - - - - - -",
        "false, false, false, true,  false, false, - - - - - - - -, - - - - - - - -",
        "false, false, false, false, true,  false, - - - - - - - -, A M M M M - - -",
        "false, false, false, false, false, true,  - - - - - - - -, A M M M M - - -"
    })
    void theDeadTheProtectedAndTheHiddenTakeNoPart(
            boolean childDead,
            boolean childProtected,
            boolean childHides,
            boolean motherDead,
            boolean motherProtected,
            boolean motherHides,
            String mother,
            String father) {
        Party child = new Party(CHILD.alias(), BORN, childDead, childProtected, childHides);
        Party itsMother = new Party(MOTHER.alias(), ADULTS_BIRTH, motherDead, motherProtected, motherHides);
        Circumstances family = family(child, parent(itsMother, true), parent(FATHER, false), false);

        assertThat(reads(family, MOTHER)).isEqualTo(mother);
        assertThat(reads(family, FATHER)).isEqualTo(father);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            value = {
                // consented on, whether that parent is dead; the child reads alone
                "never,      false, - - - - - O O O",
                "2022-01-01, false, - - - O O O O O",
                "2023-05-20, false, - - - O O O O O",
                "2026-05-19, false, - - - - O O O O",
                "2022-01-01, true,  - - - - - O O O"
            })
    void theChildReadsAloneFromSixteenOrFromThirteenWithConsent(
            @Nullable LocalDate consentedOn, boolean dead, String child) {
        Party mother = new Party(MOTHER.alias(), ADULTS_BIRTH, dead, false, false);
        Circumstances family =
                family(CHILD, new Circumstances.Parent(mother, true, consentedOn), parent(FATHER, true), false);

        ReadingPlan plan = RepresentationRules.plan(family, BORN);

        assertThat(DAYS.stream().map(day -> plan.readsOwnOn(day) ? "O" : "-").collect(Collectors.joining(" ")))
                .isEqualTo(child);
    }

    @ParameterizedTest
    @CsvSource({
        // when it begins, the receiver's birth date, whether a block stands; the receiver reads
        "2010-06-01, 1980-01-01, false, - - - - - A A A",
        "2027-01-01, 1980-01-01, false, - - - - - - A A",
        "2010-06-01, 1980-01-01, true,  - - - - - A A A",
        "2010-06-01, 2010-05-20, false, - - - - - - - A",
        "2010-06-01, 2010-05-21, false, - - - - - - - -"
    })
    void aPowerOfAttorneyNeedsAGiverOfSixteenAndAReceiverOfEighteen(
            LocalDate from, LocalDate receiverBorn, boolean hidden, String receiver) {
        Party friend = party(receiverBorn);
        var power = new Circumstances.PowerOfAttorney(
                friend, RepresentationScope.READ, new Period(from, BORN.plusYears(30)));
        Circumstances circumstances =
                new Circumstances(CHILD, List.of(), hidden, List.of(power), List.of(), List.of(), List.of());

        assertThat(reads(circumstances, friend)).isEqualTo(receiver);
    }

    @Test
    void aPowerOfAttorneyEndsWithItsPeriodAndSaysWhatMayBeDone() {
        Party friend = party(ADULTS_BIRTH);
        var power = new Circumstances.PowerOfAttorney(
                friend, RepresentationScope.READ, new Period(BORN.plusYears(20), BORN.plusYears(21)));
        Circumstances circumstances =
                new Circumstances(CHILD, List.of(), false, List.of(power), List.of(), List.of(), List.of());

        Representation right =
                RepresentationRules.plan(circumstances, BORN).representations().getFirst();

        assertThat(right)
                .isEqualTo(new Representation(
                        friend.alias(),
                        RepresentationKind.POWER_OF_ATTORNEY,
                        RepresentationExtent.ALL,
                        RepresentationScope.READ,
                        BORN.plusYears(20),
                        BORN.plusYears(21)));
        assertThat(RepresentationRules.plan(circumstances, BORN.plusYears(21)).representations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // personal, certified, hidden; the guardian reads
        "true,  true,  false, A A A A A A A A",
        "true,  true,  true,  - - - - - A A A",
        "true,  false, false, - - - - - - - -",
        "false, true,  false, - - - - - - - -",
        "false, false, false, - - - - - - - -"
    })
    void aGuardianshipOpensNothingWithoutACertificateAndNeverForMoneyAlone(
            boolean personal, boolean certified, boolean hidden, String reads) {
        Party guardian = party(ADULTS_BIRTH);
        Circumstances circumstances = new Circumstances(
                CHILD,
                List.of(),
                hidden,
                List.of(),
                List.of(new Circumstances.Guardian(guardian, personal)),
                certified ? List.of(new Period(BORN, null)) : List.of(),
                List.of());

        assertThat(reads(circumstances, guardian)).isEqualTo(reads);
    }

    @Test
    void nextOfKinReadAsLongAsTheirCertificateHolds() {
        Party kin = party(ADULTS_BIRTH);
        Circumstances circumstances = new Circumstances(
                CHILD,
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Circumstances.NextOfKin(kin, new Period(BORN.plusYears(13), BORN.plusYears(18)))));

        assertThat(reads(circumstances, kin)).isEqualTo("- - - A A A A -");
    }

    /** The day on which a right ends or begins comes from the date alone, also where the year has no such day. */
    @ParameterizedTest
    @CsvSource({"2012-02-29, 2024-02-29, 2025-02-28, 2028-02-29", "2013-02-28, 2025-02-28, 2026-02-28, 2029-02-28"})
    void aLeapDayIsReachedOnTheLastOfFebruary(LocalDate born, LocalDate twelve, LocalDate thirteen, LocalDate sixteen) {
        assertThat(List.of(Age.TWELVE.of(born), Age.THIRTEEN.of(born), Age.SIXTEEN.of(born)))
                .containsExactly(twelve, thirteen, sixteen);
    }

    private static String reads(Circumstances circumstances, Party reader) {
        ReadingPlan plan = RepresentationRules.plan(circumstances, BORN);
        return DAYS.stream()
                .map(day -> plan.representations().stream()
                        .filter(right -> right.representative().equals(reader.alias()) && right.holdsOn(day))
                        .map(right -> right.extent() == RepresentationExtent.ALL ? "A" : "M")
                        .findFirst()
                        .orElse("-"))
                .collect(Collectors.joining(" "));
    }

    private static Circumstances family(
            Party child, Circumstances.Parent mother, Circumstances.Parent father, boolean hidden) {
        return new Circumstances(child, List.of(mother, father), hidden, List.of(), List.of(), List.of(), List.of());
    }

    private static Circumstances.Parent parent(Party party, boolean atChildsAddress) {
        return new Circumstances.Parent(party, atChildsAddress, null);
    }

    private static Party party(LocalDate born) {
        return new Party(UUID.randomUUID(), born, false, false, false);
    }
}
