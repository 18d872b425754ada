package no.brevdue.contracts.consent.v1;

/** What a version of the terms changes of the one before. */
public enum TermsChange {
    /** Words alone: whoever accepted the version before has accepted this one. */
    EDITORIAL,

    /** Something that matters: it must be accepted before letters are opened. */
    MATERIAL,

    /** Rights that people have: only explicit consent makes it apply, and until then the version before does. */
    REDUCING
}
