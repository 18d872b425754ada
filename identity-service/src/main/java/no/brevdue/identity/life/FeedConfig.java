package no.brevdue.identity.life;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Where the population register's event feed is, and how it is followed. */
@ConfigMapping(prefix = "brevdue.population-feed")
interface FeedConfig {

    URI url();

    /** Where to begin when the feed has never been read. Nobody is known before that, so nothing is missed. */
    @WithDefault("0")
    long startAt();

    /** Between two questions; a part of the second after which a death is known everywhere. Nothing new is told by a tag alone. */
    @WithDefault("PT0.1S")
    Duration pause();

    @WithDefault("PT5S")
    Duration patience();

    /** How long it is left alone after five failures in a row; doubled with each further one. */
    @WithDefault("PT1S")
    Duration rest();

    /** How long numbers that the feed has left out are looked for before everybody is asked about again. */
    @WithDefault("PT10M")
    Duration gapPatience();

    /** How long the feed may be silent before the service says that it is not well. */
    @WithDefault("PT2M")
    Duration silence();

    /** Older answers are asked for again in the background, whether or not anything happened. */
    @WithDefault("P1D")
    Duration refreshAfter();
}
