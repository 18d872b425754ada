package no.brevdue.mailbox.message;

/** The parts of a letter that are content. */
public enum LetterPart {
    TITLE,
    BODY,
    /** Who it is about, by national identity number; for copy recipients, who must file it. */
    PATIENT
}
