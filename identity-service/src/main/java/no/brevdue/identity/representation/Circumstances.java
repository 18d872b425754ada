package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.RepresentationScope;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * All that bears on who may act for a person: what holds, not how it came to be.
 *
 * @param person whose letters it is about
 * @param parents those with parental responsibility
 * @param hidden a clinician has blocked disclosure, or the person's objection is undecided or upheld; no plan tells which
 * @param powersOfAttorney given by the person and not ended
 * @param guardians as the register names them
 * @param incapacity when the person is certified to lack capacity
 * @param nextOfKin named in a certificate
 */
record Circumstances(
        Party person,
        List<Parent> parents,
        boolean hidden,
        List<PowerOfAttorney> powersOfAttorney,
        List<Guardian> guardians,
        List<Period> incapacity,
        List<NextOfKin> nextOfKin) {

    Circumstances {
        parents = List.copyOf(parents);
        powersOfAttorney = List.copyOf(powersOfAttorney);
        guardians = List.copyOf(guardians);
        incapacity = List.copyOf(incapacity);
        nextOfKin = List.copyOf(nextOfKin);
    }

    /**
     * Somebody with parental responsibility (foreldreansvar).
     *
     * @param atChildsAddress registered as living where the child is
     * @param consentedOn when this parent consented to the child's own login; absent without a consent that stands
     */
    record Parent(
            Party party, boolean atChildsAddress, @Nullable LocalDate consentedOn) {}

    record PowerOfAttorney(Party receiver, RepresentationScope scope, Period period) {}

    /** A guardian (verge); {@code personal} unless the matter is money alone. */
    record Guardian(Party party, boolean personal) {}

    record NextOfKin(Party party, Period period) {}
}
