package no.brevdue.platform.identity;

/**
 * A checked fødselsnummer, D-nummer or felles hjelpenummer. Says which of them it is and nothing else: from 2032 on
 * neither gender nor century can be read from the digits, and age comes from the population register. Only
 * {@link NationalIdentityNumbers} makes one.
 */
public final class NationalIdentityNumber {

    private final String value;
    private final Kind kind;

    NationalIdentityNumber(String value, Kind kind) {
        this.value = value;
        this.kind = kind;
    }

    /** The eleven digits: for the register, the alias and the seal, never for a log, a URL or an event. */
    public String value() {
        return value;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NationalIdentityNumber number && value.equals(number.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Masked, so that a careless log line gives nothing away. */
    @Override
    public String toString() {
        return "***********";
    }

    /** Who issued the number. */
    public enum Kind {
        /** Fødselsnummer. */
        BIRTH,
        /** D-nummer: the day is written with 40 added. */
        D_NUMBER,
        /** Felles hjelpenummer of the health network: begins with 8 or 9, and no digit of it means anything. */
        COMMON_AID
    }
}
