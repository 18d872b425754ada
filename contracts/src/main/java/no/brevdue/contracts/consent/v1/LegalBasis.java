package no.brevdue.contracts.consent.v1;

/** What makes processing lawful; consent is one kind and not the only one. */
public enum LegalBasis {
    /** The person's consent: without it nothing is published. */
    CONSENT,

    /** Health law (GDPR art. 6(1)(c) and 9(2)(h)): consent changes nothing. */
    LAW,

    /** An agreement with the person. */
    CONTRACT
}
