package no.brevdue.contracts.mailbox.v1;

/** In which role somebody opened a letter. Never who. */
public enum ReaderRole {
    /** The person the letter is for. */
    PERSON,

    /** Somebody acting for that person. */
    REPRESENTATIVE
}
