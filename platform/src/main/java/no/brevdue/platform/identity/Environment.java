package no.brevdue.platform.identity;

/** Whose people we meet: real ones, or the synthetic ones of the national test registers. */
enum Environment {
    PRODUCTION,
    TEST
}
