package no.brevdue.mailbox.delivery;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is being done to reach the person another way.
 *
 * <pre>
 * NONE ──► ORDERED ──► HANDED_OVER ──► DONE
 *             │             │
 *             └──────┬──────┘
 *                    ▼
 *                 FAILED ──► DONE      FAILED stays open until somebody reaches the person
 * </pre>
 */
public enum FallbackState {
    /** Nothing is being done, and nothing needs to be. */
    NONE,
    /** The sender has been told. */
    ORDERED,
    /** Somebody has taken responsibility, such as a printer. */
    HANDED_OVER,
    /** The person was reached. */
    DONE,
    /** The person was not reached, and somebody must still do something. */
    FAILED;

    boolean canBecome(FallbackState next) {
        return successors().contains(next);
    }

    private Set<FallbackState> successors() {
        return switch (this) {
            case NONE -> EnumSet.of(ORDERED);
            case ORDERED -> EnumSet.of(HANDED_OVER, DONE, FAILED);
            case HANDED_OVER -> EnumSet.of(DONE, FAILED);
            case FAILED -> EnumSet.of(DONE);
            case DONE -> EnumSet.noneOf(FallbackState.class);
        };
    }
}
