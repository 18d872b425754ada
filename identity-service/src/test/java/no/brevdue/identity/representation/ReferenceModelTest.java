package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.identity.representation.ReferenceModel.Human;
import no.brevdue.identity.representation.ReferenceModel.Tie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred thousand random steps of grant, expire, revoke, age, block, die, annul, merge and read, against
 * {@link ReferenceModel}. Plans are made again when something happens and never because a day has passed: what a birthday or
 * the end of a period changes must already stand in them.
 */
class ReferenceModelTest {

    private static final long SEED = 20261126;
    private static final int STEPS = 100_000;
    private static final int PEOPLE = 8;
    private static final int READS = 12;

    private final Random random = new Random(SEED);
    private final ReferenceModel model = new ReferenceModel(LocalDate.of(2024, 2, 28));
    private final List<Human> people = new ArrayList<>();
    private final Map<Human, ReadingPlan> plans = new HashMap<>();
    private int granted;
    private int refused;

    @Test
    void thePlanAndTheModelNeverDisagree() {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Human(model.today.minusDays(random.nextInt(20 * 365))));
        }
        plan();
        for (int step = 0; step < STEPS; step++) {
            String done = random.nextInt(4) == 0 ? age() : happen();
            for (int read = 0; read < READS; read++) {
                read("step " + step + " (" + done + ")");
            }
        }
        assertThat(granted).as("reads that were granted").isGreaterThan(5_000);
        assertThat(refused).as("reads that were refused").isGreaterThan(10_000);
    }

    private String age() {
        // Often a single day, so that nothing is overlooked by jumping past it.
        model.today = model.today.plusDays(random.nextInt(3) == 0 ? 1 + random.nextInt(120) : 1);
        return "age";
    }

    private String happen() {
        Human one = any();
        Human other = any();
        String done = switch (random.nextInt(16)) {
            case 0, 1 -> tie('P', one, other, model.today, null);
            case 2 -> tie('C', one, other, model.today.plusDays(random.nextInt(40)), null);
            case 3, 4 -> tie('A', one, other, soon(), end());
            case 5 -> tie('G', one, other, model.today, null);
            case 6 -> tie('I', one, one, soon(), end());
            case 7 -> tie('K', one, other, soon(), end());
            case 8, 9 -> revoke();
            case 10 -> flip("block", !one.blocked, value -> one.blocked = value);
            case 11 -> flip("object", !one.objected, value -> one.objected = value);
            case 12 -> flip("die or annul", !one.dead, value -> one.dead = value);
            case 13 -> flip("protect", !one.secret, value -> one.secret = value);
            case 14 -> random.nextBoolean() ? flip("hide", !one.away, value -> one.away = value) : revive(one);
            default -> random.nextInt(4) == 0 ? merge(one, other) : born(one);
        };
        plan();
        return done;
    }

    private String tie(char kind, Human of, Human to, LocalDate from, @Nullable LocalDate until) {
        if (of != to || kind == 'I') {
            if (kind == 'P') {
                model.ties.removeIf(tie -> tie.kind == 'P' && tie.of == of && tie.to == to);
            }
            model.ties.add(new Tie(kind, of, to, random.nextInt(4) > 0, from, until));
        }
        return "grant " + kind;
    }

    private String revoke() {
        if (!model.ties.isEmpty()) {
            Tie tie = model.ties.remove(random.nextInt(model.ties.size()));
            tie.over = true;
        }
        return "revoke";
    }

    private static String flip(String what, boolean value, Consumer<Boolean> change) {
        change.accept(value);
        return what + " " + value;
    }

    /** Otherwise the world fills with people who take no part. */
    private static String revive(Human human) {
        human.dead = false;
        human.secret = false;
        human.away = false;
        human.blocked = false;
        human.objected = false;
        return "undo all";
    }

    /** Two records turn out to be one person: whatever was said of the one is said of the other. */
    private String merge(Human kept, Human gone) {
        if (kept != gone) {
            for (Tie tie : List.copyOf(model.ties)) {
                tie.of = tie.of == gone ? kept : tie.of;
                tie.to = tie.to == gone ? kept : tie.to;
            }
            model.ties.removeIf(tie -> tie.of == tie.to && tie.kind != 'I');
            people.set(people.indexOf(gone), new Human(model.today));
        }
        return "merge";
    }

    /** Somebody leaves, and somebody is born: now and then on a leap day. */
    private String born(Human old) {
        model.ties.removeIf(tie -> tie.of == old || tie.to == old);
        LocalDate day = model.today.minusYears(random.nextInt(20));
        boolean leapDay = random.nextInt(4) == 0;
        int leapYear = day.getYear() - Math.floorMod(day.getYear(), 4);
        LocalDate leap = LocalDate.of(leapYear, 2, 1).plusMonths(1).minusDays(1);
        people.set(people.indexOf(old), new Human(leapDay && !leap.isAfter(model.today) ? leap : day));
        return "born";
    }

    private void read(String where) {
        Human reader = any();
        Human human = any();
        boolean marked = random.nextBoolean();
        boolean act = random.nextBoolean();
        ReadingPlan plan = Objects.requireNonNull(plans.get(human));

        boolean planned = plan.representations().stream()
                .anyMatch(right -> right.representative().equals(reader.alias)
                        && right.holdsOn(model.today)
                        && (right.extent() == RepresentationExtent.ALL || marked)
                        && (right.scope() == RepresentationScope.ACT || !act));

        boolean expected = model.mayRead(reader, human, marked, act);
        assertThat(planned).as("%s on %s", where, model.today).isEqualTo(expected);
        assertThat(plan.readsOwnOn(model.today))
                .as("own, %s on %s", where, model.today)
                .isEqualTo(model.readsOwn(human));
        granted += expected ? 1 : 0;
        refused += expected ? 0 : 1;
    }

    private void plan() {
        plans.clear();
        people.forEach(human -> plans.put(human, RepresentationRules.plan(circumstances(human), model.today)));
    }

    private Circumstances circumstances(Human human) {
        return new Circumstances(
                party(human),
                model.alive('P', human)
                        .map(tie -> new Circumstances.Parent(party(tie.to), tie.flag, consent(human, tie.to)))
                        .toList(),
                human.blocked || human.objected,
                model.alive('A', human)
                        .map(tie -> new Circumstances.PowerOfAttorney(
                                party(tie.to),
                                tie.flag ? RepresentationScope.ACT : RepresentationScope.READ,
                                period(tie)))
                        .toList(),
                model.alive('G', human)
                        .map(tie -> new Circumstances.Guardian(party(tie.to), tie.flag))
                        .toList(),
                model.alive('I', human).map(ReferenceModelTest::period).toList(),
                model.alive('K', human)
                        .map(tie -> new Circumstances.NextOfKin(party(tie.to), period(tie)))
                        .toList());
    }

    private @Nullable LocalDate consent(Human child, Human parent) {
        return model.alive('C', child)
                .filter(tie -> tie.to == parent)
                .map(tie -> tie.from)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static Party party(Human human) {
        return new Party(human.alias, human.born, human.dead, human.secret, human.away);
    }

    private static Period period(Tie tie) {
        return new Period(tie.from, tie.until);
    }

    private LocalDate soon() {
        return model.today.plusDays(random.nextInt(60) - 30);
    }

    private @Nullable LocalDate end() {
        return random.nextInt(3) == 0 ? null : model.today.plusDays(1 + random.nextInt(400));
    }

    private Human any() {
        return people.get(random.nextInt(people.size()));
    }
}
