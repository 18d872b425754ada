package no.brevdue.notification.unread;

import io.smallrye.config.ConfigMapping;

import java.net.URI;

/** Where mailbox-service is. */
@ConfigMapping(prefix = "brevdue.mailbox")
interface UnreadConfig {

    URI url();
}
