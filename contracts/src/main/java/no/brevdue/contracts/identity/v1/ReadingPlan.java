package no.brevdue.contracts.identity.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * Who reads a person's letters, and from when: what follows from age needs no further fact. Days begin at midnight Europe/Oslo.
 * Whatever a block or an objection hides is left out, so that nothing here tells of it.
 *
 * @param readsOwnFrom the first day on which the person reads: the 16th birthday, or earlier, at 13, with a parent's consent
 * @param representations everybody who may act for the person, now or on a later day
 */
public record ReadingPlan(LocalDate readsOwnFrom, List<Representation> representations) {

    public ReadingPlan {
        representations = List.copyOf(representations);
    }

    /** Nobody acts for the person. */
    public static ReadingPlan alone(LocalDate readsOwnFrom) {
        return new ReadingPlan(readsOwnFrom, List.of());
    }

    public boolean readsOwnOn(LocalDate day) {
        return !day.isBefore(readsOwnFrom);
    }
}
