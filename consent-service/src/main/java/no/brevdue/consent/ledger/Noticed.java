package no.brevdue.consent.ledger;

/** A consent that holds, and the version of its notice that was shown. */
public record Noticed(String controller, String purpose, long noticeVersion) {}
