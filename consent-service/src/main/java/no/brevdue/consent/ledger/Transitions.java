package no.brevdue.consent.ledger;

import no.brevdue.contracts.consent.v1.ConsentState;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What follows from a decision. Saying again what holds already is nothing new.
 * <pre>
 *            ┌──► REFUSED ◄───────┐
 * (nothing) ─┤                    │ any of them can be granted again
 *            └──► GRANTED ──► WITHDRAWN | EXPIRED
 * </pre>
 */
final class Transitions {

    private Transitions() {}

    /**
     * Empty where the decision changes nothing.
     *
     * @param newText the text that is consented to is not the one that holds: what is granted again is renewed
     */
    static Optional<EventType> of(@Nullable ConsentState now, Decision decision, boolean newText) {
        return switch (decision) {
            case GRANT -> {
                if (now != ConsentState.GRANTED) {
                    yield Optional.of(EventType.GRANTED);
                }
                yield newText ? Optional.of(EventType.RENEWED) : Optional.empty();
            }
            case REFUSE -> refuse(now);
            case WITHDRAW -> withdraw(now);
            case RENEW -> {
                if (now != ConsentState.GRANTED) {
                    throw ConsentProblem.NOTHING_TO_RENEW.because("No consent holds that could be renewed.");
                }
                yield Optional.of(EventType.RENEWED);
            }
        };
    }

    private static Optional<EventType> refuse(@Nullable ConsentState now) {
        if (now == ConsentState.GRANTED) {
            throw ConsentProblem.WITHDRAW_INSTEAD.because("The consent holds; withdraw it.");
        }
        return now == ConsentState.REFUSED ? Optional.empty() : Optional.of(EventType.REFUSED);
    }

    private static Optional<EventType> withdraw(@Nullable ConsentState now) {
        if (now == ConsentState.GRANTED) {
            return Optional.of(EventType.WITHDRAWN);
        }
        if (now == ConsentState.WITHDRAWN) {
            return Optional.empty();
        }
        throw ConsentProblem.NOTHING_TO_WITHDRAW.because("No consent holds that could be withdrawn.");
    }
}
