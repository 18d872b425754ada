package no.brevdue.notification.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Where identity-service is. */
@ConfigMapping(prefix = "brevdue.identity")
interface ContactConfig {

    URI url();

    /** How long one look-up may take before identity-service counts as away. */
    @WithDefault("PT3S")
    Duration timeout();
}
