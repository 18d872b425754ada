package no.brevdue.mailbox.clamd;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Where the scanner listens. */
@ConfigMapping(prefix = "brevdue.clamd")
interface ClamdConfig {

    String host();

    @WithDefault("3310")
    int port();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** For one scan as a whole, from the first byte sent to the answer. */
    @WithDefault("PT60S")
    Duration timeout();
}
