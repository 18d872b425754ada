package no.brevdue.identity.representation;

import java.time.LocalDate;

/** The birthdays on which something changes. */
enum Age {
    /** From here parents see only what a sender marks (pasient- og brukerrettighetsloven § 3-4). */
    TWELVE(12),

    /** From here a child may log in, if a parent consents. */
    THIRTEEN(13),

    /** Full competence in matters of health (§ 4-3). */
    SIXTEEN(16),

    /** From here one may act for others. */
    EIGHTEEN(18);

    private final int years;

    Age(int years) {
        this.years = years;
    }

    int years() {
        return years;
    }

    /** Whoever is born on a leap day reaches an age on the last of February: the earlier day, which hides sooner. */
    LocalDate of(LocalDate birthDate) {
        return birthDate.plusYears(years);
    }
}
