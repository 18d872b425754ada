package no.brevdue.contracts.identity.v1;

import java.time.LocalDate;

/**
 * What the other services may know of a person.
 *
 * @param birthDate from the register, never from the number; age rules are computed from it at midnight Europe/Oslo
 * @param deceased the register reports a death
 * @param addressProtected confidential or strictly confidential address
 * @param digitalOptOut reserved against digital decisions and important letters (KRR reservasjon = JA)
 * @param emailUsable an e-mail address updated or verified within 18 months
 * @param smsUsable a mobile number updated or verified within 18 months
 * @param language chosen language
 * @param plan who reads this person's letters, and from when
 */
public record PersonFacts(
        LocalDate birthDate,
        boolean deceased,
        boolean addressProtected,
        boolean digitalOptOut,
        boolean emailUsable,
        boolean smsUsable,
        Language language,
        ReadingPlan plan) {}
