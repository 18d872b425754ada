package no.brevdue.identity.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How old contact data may grow. */
@ConfigMapping(prefix = "brevdue.contact")
interface RefreshConfig {

    /** Older data is asked for again before it is told to anybody, and is stale if the register is away then. */
    @WithDefault("PT1H")
    Duration maxAge();

    /** Older data is asked for again in the background, so that routing knows of reservations nobody looked up. */
    @WithDefault("P1D")
    Duration refreshAfter();
}
