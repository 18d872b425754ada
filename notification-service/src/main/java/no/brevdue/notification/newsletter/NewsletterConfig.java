package no.brevdue.notification.newsletter;

import io.smallrye.config.ConfigMapping;

import java.net.URI;

/** Where mail programs go to stop the newsletter. */
@ConfigMapping(prefix = "brevdue.newsletter")
interface NewsletterConfig {

    /** The public address of consent-service's {@code /v1/newsletter-stops}. */
    URI stopUrl();
}
