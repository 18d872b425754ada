package no.brevdue.mailbox.refusal;

import java.util.UUID;

/**
 * A letter that is not the caller's.
 *
 * @param subject alias of the person it is about
 * @param sender organisation number
 */
record ForeignLetter(UUID subject, String sender) {}
