package no.brevdue.contracts.mailbox.v1;

/** Whether parents see a letter to somebody between 12 and 16. Under 12 they see all letters, from 16 none. */
public enum ParentVisibility {
    HIDDEN,
    VISIBLE
}
