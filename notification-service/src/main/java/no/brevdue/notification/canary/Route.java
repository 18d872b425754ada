package no.brevdue.notification.canary;

/** The ways a letter can take. */
enum Route {
    /** To a person, who is told. */
    PERSON,
    /** To the inbox of an organisation. */
    COPY,
    /** Through the printing house, as a test job. */
    PAPER
}
