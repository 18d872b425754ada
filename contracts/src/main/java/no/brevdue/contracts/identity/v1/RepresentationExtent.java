package no.brevdue.contracts.identity.v1;

/** Which of the person's letters a representation opens. */
public enum RepresentationExtent {
    ALL,

    /** Letters that their sender has marked as visible to parents, and no others. */
    MARKED_VISIBLE
}
