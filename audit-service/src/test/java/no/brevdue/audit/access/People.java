package no.brevdue.audit.access;

import java.util.List;

/** Synthetic people, as the national test registers number them: 80 is added to the month. */
final class People {

    private static final List<String> NUMBERS = List.of(
            "20914610037",
            "20914610118",
            "20914610460",
            "20914610541",
            "20914610622",
            "20914610703",
            "20914610894",
            "20914610975",
            "20914611092",
            "20914612048");

    private People() {}

    /** The n-th of them, from 1. */
    static String number(int n) {
        return NUMBERS.get(n - 1);
    }
}
