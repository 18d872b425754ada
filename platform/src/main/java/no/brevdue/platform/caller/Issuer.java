package no.brevdue.platform.caller;

/** Who vouches for a caller, and thereby what kind of caller it is. */
public enum Issuer {
    /** Citizens who have logged in themselves. */
    ID_PORTEN,
    /** Client systems on behalf of an organisation; nobody has logged in, whatever else the token says. */
    MASKINPORTEN,
    /** Health workers in a client system. */
    HELSE_ID,
    /** Our own operators and services. */
    OPERATIONS,
    /** Nobody: the address is public. */
    NONE
}
