package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.identity.representation.ComingChange.What;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told ahead of a birthday, and to whom. */
class ComingChangeTest {

    private static final UUID CHILD = UUID.randomUUID();
    private static final UUID MOTHER = UUID.randomUUID();
    private static final UUID FRIEND = UUID.randomUUID();
    private static final LocalDate BORN = LocalDate.of(2016, 2, 29);
    private static final LocalDate TWELVE = LocalDate.of(2028, 2, 29);
    private static final LocalDate SIXTEEN = LocalDate.of(2032, 2, 29);
    private static final ReadingPlan PLAN = new ReadingPlan(
            SIXTEEN,
            List.of(
                    parent(RepresentationExtent.ALL, BORN, TWELVE),
                    parent(RepresentationExtent.MARKED_VISIBLE, TWELVE, SIXTEEN)));

    @Test
    void nobodyIsToldEarlierThanTwelveWeeksAheadNorOnTheDayItself() {
        assertThat(ofPerson(TWELVE.minusWeeks(12).minusDays(1))).isEmpty();
        assertThat(ofPerson(TWELVE.minusWeeks(12))).isNotEmpty();
        assertThat(ofPerson(TWELVE.minusDays(1))).isNotEmpty();
        assertThat(ofPerson(TWELVE)).isEmpty();
    }

    @Test
    void beforeTwelveAParentHearsThatMarkedLettersRemainAndAClinicThatOthersHaveNoReader() {
        LocalDate today = TWELVE.minusWeeks(5);

        assertThat(ofMother(today)).containsExactly(new ComingChange(CHILD, TWELVE, What.YOU_SEE_MARKED_LETTERS_ONLY));
        assertThat(ofPerson(today))
                .containsExactly(new ComingChange(CHILD, TWELVE, What.UNMARKED_LETTERS_HAVE_NO_READER));
    }

    @Test
    void beforeSixteenBothHearThatTheChildReadsAloneAndAParentThatTheyDoNot() {
        LocalDate today = SIXTEEN.minusWeeks(5);

        assertThat(ofMother(today))
                .containsExactlyInAnyOrder(
                        new ComingChange(CHILD, SIXTEEN, What.YOU_SEE_NO_LETTERS),
                        new ComingChange(CHILD, SIXTEEN, What.PERSON_READS_ALONE));
        assertThat(ofPerson(today)).containsExactly(new ComingChange(CHILD, SIXTEEN, What.PERSON_READS_ALONE));
    }

    @Test
    void whereAChildReadsByConsentFromThirteenOnThatIsTheDay() {
        LocalDate thirteen = LocalDate.of(2029, 2, 28);
        ReadingPlan early = new ReadingPlan(thirteen, PLAN.representations());

        assertThat(ComingChange.ofPerson(CHILD, early, thirteen.minusWeeks(5)))
                .containsExactly(new ComingChange(CHILD, thirteen, What.PERSON_READS_ALONE));
    }

    @Test
    void whatAPlanLeavesOutIsToldToNobody() {
        ReadingPlan hidden = ReadingPlan.alone(SIXTEEN);
        LocalDate today = TWELVE.minusWeeks(5);

        assertThat(ComingChange.ofPerson(CHILD, hidden, today)).isEmpty();
        assertThat(ComingChange.forRepresentative(CHILD, hidden, List.of(MOTHER), today))
                .isEmpty();
    }

    @Test
    void aGiverIsRemindedOfAPowerOfAttorneyThatEnds() {
        LocalDate end = LocalDate.of(2026, 3, 1);
        ReadingPlan plan = new ReadingPlan(
                LocalDate.of(2000, 1, 1),
                List.of(new Representation(
                        FRIEND,
                        RepresentationKind.POWER_OF_ATTORNEY,
                        RepresentationExtent.ALL,
                        RepresentationScope.READ,
                        LocalDate.of(2025, 3, 1),
                        end)));

        assertThat(ComingChange.ofPowers(CHILD, plan, end.minusWeeks(2)))
                .containsExactly(new ComingChange(CHILD, end, What.POWER_OF_ATTORNEY_ENDS));
        assertThat(ComingChange.ofPowers(CHILD, plan, end.minusWeeks(13))).isEmpty();
    }

    private static List<ComingChange> ofPerson(LocalDate today) {
        return ComingChange.ofPerson(CHILD, PLAN, today);
    }

    private static List<ComingChange> ofMother(LocalDate today) {
        return ComingChange.forRepresentative(CHILD, PLAN, List.of(MOTHER), today);
    }

    private static Representation parent(RepresentationExtent extent, LocalDate from, LocalDate until) {
        return new Representation(MOTHER, RepresentationKind.PARENT, extent, RepresentationScope.ACT, from, until);
    }
}
