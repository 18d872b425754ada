package no.brevdue.mailbox.delivery;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a letter is.
 *
 * <pre>
 * ACCEPTED ──► PUBLISHED ──► OPENED ──► CONFIRMED        RECALLED from any of them
 *    │  ▲          ▲                                     RETURNED from ACCEPTED, HELD, PUBLISHED
 *    ▼  │          │
 *   HELD ──────────┘                                     and back to ACCEPTED or PUBLISHED when a death is annulled,
 * unless it was RECALLED before
 * </pre>
 */
public enum LetterState {
    /** Durably stored, and nothing more. */
    ACCEPTED,
    /** Waits for something; nobody can read it. */
    HELD,
    /** Can be opened. A copy recipient may confirm it from here, since systems never open. */
    PUBLISHED,
    /** Content was released to an authenticated reader. */
    OPENED,
    /** The recipient has acknowledged it. */
    CONFIRMED,
    /** Taken back by the sender. */
    RECALLED,
    /** Given back to the sender; nobody could get it. */
    RETURNED;

    boolean canBecome(LetterState next) {
        return successors().contains(next);
    }

    private Set<LetterState> successors() {
        return switch (this) {
            case ACCEPTED -> EnumSet.of(HELD, PUBLISHED, RECALLED, RETURNED);
            case HELD -> EnumSet.of(ACCEPTED, PUBLISHED, RECALLED, RETURNED);
            case PUBLISHED -> EnumSet.of(OPENED, CONFIRMED, RECALLED, RETURNED);
            case OPENED -> EnumSet.of(CONFIRMED, RECALLED);
            case CONFIRMED -> EnumSet.of(RECALLED);
            case RECALLED -> EnumSet.noneOf(LetterState.class);
            case RETURNED -> EnumSet.of(ACCEPTED, PUBLISHED, RECALLED);
        };
    }
}
