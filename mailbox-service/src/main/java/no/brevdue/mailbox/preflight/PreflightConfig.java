package no.brevdue.mailbox.preflight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often an organisation may ask. */
@ConfigMapping(prefix = "brevdue.preflight")
interface PreflightConfig {

    /** Questions an hour for one organisation: enough for a clinic that writes, too few to look people up. */
    @WithDefault("1000")
    int perHour();
}
