package no.brevdue.identity.contact;

/** How somebody can be reached. */
enum Medium {
    EMAIL,
    /** For text messages only. There is no way to send one yet, so that a number of one's own stays unverified and unused. */
    MOBILE
}
