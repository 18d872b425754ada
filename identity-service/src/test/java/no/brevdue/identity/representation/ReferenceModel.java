package no.brevdue.identity.representation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The rules once more, told the other way round: not a plan for all days, but one answer about one day, looked up in what has
 * happened. Shares no code with the plan, birthdays included.
 */
final class ReferenceModel {

    /** Somebody, with everything that can befall them. */
    static final class Human {
        final UUID alias = UUID.randomUUID();
        LocalDate born;
        boolean dead;
        boolean secret;
        boolean away;
        boolean blocked;
        boolean objected;

        Human(LocalDate born) {
            this.born = born;
        }
    }

    /** A tie between two people: {@code to} is the one who may come to read. */
    static final class Tie {
        final char kind;
        Human of;
        Human to;
        boolean flag;
        final LocalDate from;

        @Nullable
        LocalDate until;

        boolean over;

        Tie(char kind, Human of, Human to, boolean flag, LocalDate from, @Nullable LocalDate until) {
            this.kind = kind;
            this.of = of;
            this.to = to;
            this.flag = flag;
            this.from = from;
            this.until = until;
        }
    }

    /** P: parent, flag: at home. C: consent to login. A: power of attorney, flag: may act. G: guardian, flag: personal. */
    final List<Tie> ties = new ArrayList<>();

    LocalDate today;

    ReferenceModel(LocalDate today) {
        this.today = today;
    }

    boolean readsOwn(Human human) {
        int years = years(human);
        return !human.away && (years >= 16 || (years >= 13 && hasConsent(human)));
    }

    private boolean hasConsent(Human child) {
        return alive('C', child)
                .filter(tie -> !tie.from.isAfter(today) && !tie.to.dead)
                .anyMatch(tie -> alive('P', child).anyMatch(parent -> parent.to == tie.to));
    }

    /** Whether {@code reader} may read a letter, or also act on it. */
    boolean mayRead(Human reader, Human human, boolean marked, boolean act) {
        if (reader == human || hides(reader) || hides(human)) {
            return false;
        }
        return asParent(reader, human, marked)
                || byPower(reader, human, act)
                || asGuardian(reader, human)
                || asKin(reader, human);
    }

    private boolean asParent(Human reader, Human human, boolean marked) {
        int years = years(human);
        return alive('P', human).anyMatch(tie -> tie.to == reader)
                && alive('P', human).anyMatch(tie -> tie.flag && !tie.to.dead)
                && !human.blocked
                && !human.objected
                && (years < 12 || (years < 16 && marked));
    }

    private boolean byPower(Human reader, Human human, boolean act) {
        return years(human) >= 16
                && years(reader) >= 18
                && alive('A', human).anyMatch(tie -> tie.to == reader && holds(tie) && (tie.flag || !act));
    }

    private boolean asGuardian(Human reader, Human human) {
        return years(reader) >= 18
                && !silenced(human)
                && alive('G', human).anyMatch(tie -> tie.to == reader && tie.flag)
                && alive('I', human).anyMatch(this::holds);
    }

    private boolean asKin(Human reader, Human human) {
        return years(reader) >= 18
                && !silenced(human)
                && alive('K', human).anyMatch(tie -> tie.to == reader && holds(tie));
    }

    private boolean silenced(Human human) {
        return years(human) < 16 && (human.blocked || human.objected);
    }

    private static boolean hides(Human human) {
        return human.dead || human.secret || human.away;
    }

    private boolean holds(Tie tie) {
        return !today.isBefore(tie.from)
                && Optional.ofNullable(tie.until).map(today::isBefore).orElse(true);
    }

    Stream<Tie> alive(char kind, Human of) {
        return ties.stream().filter(tie -> tie.kind == kind && tie.of == of && !tie.over);
    }

    /** Counted by year, month and day. Nobody waits for a day that a year does not have. */
    int years(Human human) {
        int years = today.getYear() - human.born.getYear();
        int monthDay = human.born.getMonthValue() * 100 + human.born.getDayOfMonth();
        int now = today.getMonthValue() * 100 + today.getDayOfMonth();
        boolean leapDay = monthDay == 229 && now == 228 && !today.isLeapYear();
        return now >= monthDay || leapDay ? years : years - 1;
    }
}
