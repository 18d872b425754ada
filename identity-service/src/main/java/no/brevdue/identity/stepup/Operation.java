package no.brevdue.identity.stepup;

/** What somebody logs in again for. */
public enum Operation {
    CHANGE_EMAIL,
    CHANGE_MOBILE
}
