package no.brevdue.identity.person;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody we know, as last told to the other services. The number is not part of it. */
public record Person(
        UUID id,
        long version,
        LocalDate birthDate,
        boolean deceased,
        boolean addressProtected,
        boolean digitalOptOut,
        boolean emailUsable,
        boolean smsUsable,
        Language language,
        ReadingPlan plan) {

    PersonFacts facts() {
        return new PersonFacts(
                birthDate, deceased, addressProtected, digitalOptOut, emailUsable, smsUsable, language, plan);
    }

    RegisterFacts registerFacts() {
        return new RegisterFacts(birthDate, deceased, addressProtected);
    }

    Contactability contactability() {
        return new Contactability(digitalOptOut, emailUsable, smsUsable, language);
    }
}
