package no.brevdue.identity.practitioner;

/** Who vouched that somebody is this practitioner. */
public enum Verification {
    HELSE_ID,
    SUPERUSER
}
