package no.brevdue.notification.dispatch;

import no.brevdue.notification.contact.ContactLookup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A notification that may leave now, and to whom. The addresses live no longer than the sending. */
record Order(Notification notification, List<ContactLookup.Reader> readers) {

    /** What one reader's mail is known by; the same whenever it is sent again. */
    UUID mailId(int reader) {
        UUID id = notification.id();
        return reader == 0 ? id : UUID.nameUUIDFromBytes((id + " " + reader).getBytes(StandardCharsets.US_ASCII));
    }
}
