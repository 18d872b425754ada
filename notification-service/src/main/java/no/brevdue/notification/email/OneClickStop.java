package no.brevdue.notification.email;

import java.net.URI;
import java.util.UUID;

/** How a mail program stops mails like this one, without asking anybody to log in (RFC 8058). */
public record OneClickStop(URI address) {

    public static OneClickStop at(URI stops, UUID consent) {
        String base = stops.toString();
        return new OneClickStop(URI.create((base.endsWith("/") ? base : base + "/") + consent));
    }
}
