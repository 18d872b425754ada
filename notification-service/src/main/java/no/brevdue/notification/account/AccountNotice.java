package no.brevdue.notification.account;

import no.brevdue.contracts.identity.v1.NoticeOccasion;

import java.util.UUID;

/**
 * A notice that is due.
 *
 * @param setbacks how many tries came to nothing
 */
record AccountNotice(UUID id, NoticeOccasion occasion, int setbacks) {}
