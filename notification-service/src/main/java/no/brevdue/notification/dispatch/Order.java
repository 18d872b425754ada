package no.brevdue.notification.dispatch;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.notification.contact.EmailAddress;

/** A notification that may leave now, and where to. The address lives no longer than the sending. */
record Order(Notification notification, EmailAddress email, Language language) {}
