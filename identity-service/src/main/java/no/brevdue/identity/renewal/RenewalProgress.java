package no.brevdue.identity.renewal;

/**
 * How far a renewal has come.
 *
 * @param persons looked at so far
 * @param renewed those of them who had no alias under some key, and were told again with all
 * @param done that was everybody; once the facts have arrived, the new key may be used
 */
public record RenewalProgress(long persons, long renewed, boolean done) {}
