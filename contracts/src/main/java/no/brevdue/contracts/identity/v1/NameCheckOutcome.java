package no.brevdue.contracts.identity.v1;

/** What comes of holding a name against the register's. */
public enum NameCheckOutcome {
    /** The family name and a given name are the person's. */
    MATCHES,

    /** They are not. */
    DIFFERS,

    /** Nothing was compared: the register tells no name, the person was not registered in time, or the sender has been wrong too often. */
    NOT_COMPARED
}
