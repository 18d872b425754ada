package no.brevdue.identity.stepup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Our own client at ID-porten. Its key is {@code brevdue.keys.id-porten}. */
@ConfigMapping(prefix = "brevdue.step-up")
interface StepUpConfig {

    String clientId();

    /** Where browsers reach {@code /v1/step-up/callback}, as registered at ID-porten. */
    URI callbackUrl();

    /** The page of the front end that takes over afterwards; what came of it is in the fragment, which no server sees. */
    URI returnUrl();

    /** How long somebody may take to log in. */
    @WithDefault("PT10M")
    Duration patience();

    /** How long the login counts afterwards. */
    @WithDefault("PT5M")
    Duration lasts();
}
