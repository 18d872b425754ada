package no.brevdue.consent.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** What the age rules ask of a person. Years are full at midnight in Oslo. */
public record Person(LocalDate birthDate, boolean deceased) {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    public int age(Instant now) {
        return Period.between(birthDate, LocalDate.ofInstant(now, OSLO)).getYears();
    }
}
