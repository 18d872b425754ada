package no.brevdue.mailbox.print;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The printing house. Without one nobody can ask for print. */
@ConfigMapping(prefix = "brevdue.print")
interface PrintConfig {

    Optional<URI> url();

    /** identity-service, for the address. */
    Optional<URI> identityUrl();

    /** The operations issuer's token endpoint, and our secret there. */
    Optional<URI> tokenUrl();

    Optional<String> clientSecret();

    @WithDefault("PT5S")
    Duration timeout();

    /** How often a job at the printing house is looked after. */
    @WithDefault("PT1H")
    Duration followUp();
}
