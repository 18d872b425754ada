package no.brevdue.consent.terms;

/** A version in one language ({@code nb}, {@code nn} or {@code en}), in Markdown. */
record TermsText(TermsVersion version, String language, String text) {

    /** What every version is written in. */
    static final String LANGUAGES = "nb|nn|en";
}
