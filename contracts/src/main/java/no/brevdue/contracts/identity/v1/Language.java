package no.brevdue.contracts.identity.v1;

/** The languages a person may choose in the contact register (KRR {@code spraak}). */
public enum Language {
    /** Norwegian Bokmål. */
    NB,

    /** Norwegian Nynorsk. */
    NN,

    /** English. */
    EN,

    /** Northern Sámi. */
    SE
}
