package no.brevdue.contracts.identity.v1;

/** What a representative may do with the letters that a representation opens. */
public enum RepresentationScope {
    /** List, open and download. */
    READ,

    /** All that, and answer for the person: confirm a letter. */
    ACT
}
