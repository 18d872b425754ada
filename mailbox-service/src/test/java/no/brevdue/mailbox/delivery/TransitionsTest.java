package no.brevdue.mailbox.delivery;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Every pair of states of both machines, held against the approved tables. */
class TransitionsTest {

    @Test
    void aLetterMovesOnlyAsApproved() {
        assertThat(table(List.of(LetterState.values()), (from, to) -> from.canBecome(to)))
                .isEqualTo("""
                        ACCEPTED -> HELD PUBLISHED RECALLED RETURNED
                        HELD -> ACCEPTED PUBLISHED RECALLED RETURNED
                        PUBLISHED -> OPENED CONFIRMED RECALLED RETURNED
                        OPENED -> CONFIRMED RECALLED
                        CONFIRMED -> RECALLED
                        RECALLED ->
                        RETURNED -> ACCEPTED PUBLISHED RECALLED""");
    }

    @Test
    void aFallbackMovesOnlyAsApproved() {
        assertThat(table(List.of(FallbackState.values()), (from, to) -> from.canBecome(to)))
                .isEqualTo("""
                        NONE -> ORDERED
                        ORDERED -> HANDED_OVER DONE FAILED
                        HANDED_OVER -> DONE FAILED
                        DONE ->
                        FAILED -> DONE""");
    }

    private static <S extends Enum<S>> String table(List<S> states, Move<S> move) {
        return states.stream()
                .map(from -> from + " ->"
                        + states.stream()
                                .filter(to -> move.isAllowed(from, to))
                                .map(to -> " " + to)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private interface Move<S> {
        boolean isAllowed(S from, S to);
    }
}
