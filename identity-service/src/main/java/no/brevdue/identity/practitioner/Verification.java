package no.brevdue.identity.practitioner;

/** Who vouched that somebody is this practitioner. */
enum Verification {
    HELSE_ID,
    SUPERUSER
}
