package no.brevdue.mailbox.coming;

import java.util.UUID;

/**
 * A day comes near that changes who reads somebody's letters, and a sender who has written to them does not know yet.
 *
 * @param alias of the person
 * @param messageId the sender's latest letter to them
 */
record ReaderChange(UUID alias, String sender, UUID messageId, UUID deliveryId, What what) {

    enum What {
        /** The person reads, and asks nobody. */
        PERSON_READS_ALONE,

        /** Nobody sees letters any more that are not marked as visible to parents; the person does not read yet. */
        UNMARKED_LETTERS_HAVE_NO_READER
    }
}
