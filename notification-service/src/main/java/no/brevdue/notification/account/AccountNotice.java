package no.brevdue.notification.account;

import no.brevdue.contracts.identity.v1.NoticeOccasion;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A notice that is due. */
sealed interface AccountNotice {

    UUID id();

    /** How many tries came to nothing. */
    int setbacks();

    /** Whether it is too late to tell. */
    boolean isOver(Instant now);

    /** About contact points and readers. Identity-service knows whom it is for, and says when it is over. */
    record OfContacts(UUID id, NoticeOccasion occasion, int setbacks) implements AccountNotice {

        @Override
        public boolean isOver(Instant now) {
            return false;
        }
    }

    /** A document that this person relies on is going to change. */
    record OfChange(UUID id, UUID alias, int setbacks, Instant giveUpAt) implements AccountNotice {

        /** What one reader's mail is known by; the same whenever it is sent again. */
        UUID mailId(int reader) {
            return reader == 0 ? id : UUID.nameUUIDFromBytes((id + " " + reader).getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public boolean isOver(Instant now) {
            return !now.isBefore(giveUpAt);
        }
    }
}
