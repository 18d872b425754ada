package no.brevdue.consent.ledger;

import no.brevdue.contracts.consent.v1.ConsentState;

/** What can happen to a consent. */
public enum EventType {
    GRANTED(ConsentState.GRANTED),
    REFUSED(ConsentState.REFUSED),
    WITHDRAWN(ConsentState.WITHDRAWN),
    RENEWED(ConsentState.GRANTED),
    EXPIRED(ConsentState.EXPIRED);

    private final ConsentState state;

    EventType(ConsentState state) {
        this.state = state;
    }

    /** What holds after it. */
    ConsentState state() {
        return state;
    }
}
