package no.brevdue.notification.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Limits on the conversation with the mail server, whose address is under {@code quarkus.mailer}. */
@ConfigMapping(prefix = "brevdue.email")
interface EmailConfig {

    /** The address notices come from; its domain also ends every Message-ID. */
    String from();

    /** How long a hand-over may take before it counts as not made. */
    @WithDefault("PT10S")
    Duration timeout();
}
