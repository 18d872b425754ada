package no.brevdue.identity.name;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often a sender may be wrong before it gets no more answers, so that nobody finds out names by trying. */
@ConfigMapping(prefix = "brevdue.name-check")
interface NameCheckConfig {

    @WithDefault("100")
    int wrongAnHour();

    @WithDefault("5")
    int wrongOfOnePersonADay();
}
