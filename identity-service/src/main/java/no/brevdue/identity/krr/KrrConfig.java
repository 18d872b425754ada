package no.brevdue.identity.krr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Where KRR is, and how patiently it is asked. */
@ConfigMapping(prefix = "brevdue.krr")
interface KrrConfig {

    URI url();

    /** For a question about a few people: somebody waits for the answer, and would rather have an old one than none. */
    @WithDefault("PT2S")
    Duration patience();

    @WithDefault("PT10S")
    Duration patienceForMany();

    /** How long it is left alone after five failures in a row; doubled with each further one. */
    @WithDefault("PT5S")
    Duration rest();
}
