package no.brevdue.identity.population;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Where the population register is, and how patiently it is asked. */
@ConfigMapping(prefix = "brevdue.population-register")
interface PopulationConfig {

    URI url();

    @WithDefault("PT5S")
    Duration patience();

    /** How long it is left alone after five failures in a row; doubled with each further one. */
    @WithDefault("PT1S")
    Duration rest();
}
