package no.brevdue.identity.organization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Where the address register tells its events, and how it is followed. */
@ConfigMapping(prefix = "brevdue.address-register")
interface AddressRegisterConfig {

    URI url();

    /** The register asks its readers to come about once an hour. */
    @WithDefault("PT1H")
    Duration pause();

    @WithDefault("PT10S")
    Duration patience();

    /** How long it is left alone after five failures in a row; doubled with each further one. */
    @WithDefault("PT1M")
    Duration rest();
}
