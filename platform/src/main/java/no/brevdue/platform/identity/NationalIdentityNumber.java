package no.brevdue.platform.identity;

import java.time.LocalDate;

/**
 * A checked fødselsnummer, D-nummer or felles hjelpenummer. Says which of them it is and which days of birth it rules out,
 * and nothing else: from 2032 on neither gender nor century can be read from the digits, and age comes from the population
 * register. Only {@link NationalIdentityNumbers} makes one.
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

    /** Whether the digits allow that day of birth, in whatever century; those of a common aid number allow any. */
    public boolean allowsBirthOn(LocalDate date) {
        return kind == Kind.COMMON_AID
                || NationalIdentityNumbers.writtenDate(value, kind).equals(Written.of(date));
    }

    /** A date as the digits have it. */
    record Written(int day, int month, int yearOfCentury) {

        static Written of(LocalDate date) {
            return new Written(date.getDayOfMonth(), date.getMonthValue(), date.getYear() % 100);
        }
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
