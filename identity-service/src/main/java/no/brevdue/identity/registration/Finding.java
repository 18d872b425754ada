package no.brevdue.identity.registration;

import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.identity.population.PopulationRecord;
import no.brevdue.platform.identity.NationalIdentityNumber;

/** What was found out about a request before anything is decided in the database. */
sealed interface Finding {

    /** The register knows somebody with this number. */
    record Known(NationalIdentityNumber number, PopulationRecord record) implements Finding {}

    /** There is no person behind the request. */
    record Nobody(RefusalReason reason) implements Finding {}

    /** Nothing can be said yet. */
    record Away() implements Finding {}
}
