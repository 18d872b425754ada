package no.brevdue.contracts.consent.v1;

import java.util.List;

/**
 * What makes the processing of a controller lawful, purpose by purpose.
 *
 * @param controller organisation number; the partition key
 * @param version version of what the controller has declared, from 1; a projection applies only a higher one
 * @param bases every purpose the controller has declared
 */
public record LegalBasisDeclared(String controller, long version, List<PurposeBasis> bases) implements ConsentEvent {

    public LegalBasisDeclared {
        bases = List.copyOf(bases);
    }

    @Override
    public String key() {
        return controller;
    }

    @Override
    public boolean wholeState() {
        return true;
    }

    /** What makes one purpose lawful. */
    public record PurposeBasis(String purpose, LegalBasis basis) {}
}
