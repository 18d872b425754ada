package no.brevdue.notification.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** The mail server, and what notices say of themselves. */
@ConfigMapping(prefix = "brevdue.email")
interface EmailConfig {

    /** The address notices come from; its domain also ends every Message-ID. */
    String from();

    String host();

    @WithDefault("587")
    int port();

    Optional<String> username();

    Optional<String> password();

    /** Unencrypted mail is for a sink on the same machine; whoever needs it says so. */
    @WithDefault("true")
    boolean startTls();

    /** How long each reply of the mail server may take before the hand-over counts as not made. */
    @WithDefault("PT5S")
    Duration timeout();
}
