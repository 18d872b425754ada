package no.brevdue.mailbox.recall;

import no.brevdue.mailbox.copy.Withdrawn;

/** Why a sender takes a letter back. */
public enum RecallReason {
    /** It was sent to somebody it was not meant for. */
    WRONG_RECIPIENT,
    /** It is about somebody else than the person it was sent to. */
    WRONG_PERSONS_CONTENT,
    /** It has a mistake; another letter says what is right. */
    CORRECTED,
    /** It does not hold any more. */
    WITHDRAWN;

    /** Whether the reader should never have seen it. */
    boolean isWrongReader() {
        return this == WRONG_RECIPIENT || this == WRONG_PERSONS_CONTENT;
    }

    Withdrawn mark() {
        return this == CORRECTED ? Withdrawn.CORRECTED : Withdrawn.WITHDRAWN;
    }
}
