package no.brevdue.notification.canary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

import java.time.Duration;
import java.util.Optional;

/** Which letters are canaries. */
@ConfigMapping(prefix = "brevdue.canary")
interface CanaryConfig {

    /** The organisation number they are sent by; the same as mailbox-service has. */
    Optional<String> sender();

    /** How long a route may be silent. */
    @WithDefault("PT15M")
    Duration tolerated();

    /** How often mailbox-service sends a test job to the printing house; without it nobody watches the way on paper. */
    Optional<@DurationMin(minutes = 1) Duration> paperEvery();
}
