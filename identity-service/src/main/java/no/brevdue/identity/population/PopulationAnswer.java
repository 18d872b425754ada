package no.brevdue.identity.population;

/** What the register answers about a number. */
public sealed interface PopulationAnswer {

    /** Somebody has the number. */
    record Known(PopulationRecord record) implements PopulationAnswer {}

    /** Nobody has it. */
    record Nobody() implements PopulationAnswer {}

    /** Nothing can be said now; the question may be repeated. */
    record Away() implements PopulationAnswer {}
}
