package no.brevdue.notification.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How patiently a notification is tried. */
@ConfigMapping(prefix = "brevdue.dispatch")
interface DispatchConfig {

    /** Pause after the first setback; each further one doubles it. */
    @WithDefault("PT2S")
    Duration firstPause();

    @WithDefault("PT5M")
    Duration longestPause();

    /** How long after the order the mail server may stay unreachable before the notification has failed. */
    @WithDefault("P1D")
    Duration giveUpAfter();

    /** How long one replica may have a notification in hand before another may take it. */
    @WithDefault("PT2M")
    Duration claim();

    default Duration pauseAfter(int setbacks) {
        Duration pause = firstPause().multipliedBy(1L << Math.min(setbacks, 20));
        return pause.compareTo(longestPause()) < 0 ? pause : longestPause();
    }
}
