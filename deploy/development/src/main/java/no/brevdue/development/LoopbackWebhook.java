package no.brevdue.development;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.util.function.Predicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Lets webhooks reach one port of this machine, so that somebody who develops can listen. */
@Named("loopback-webhook")
@ApplicationScoped
public class LoopbackWebhook implements Predicate<URI> {

    private final int port;

    @Inject
    LoopbackWebhook(@ConfigProperty(name = "brevdue.development.webhook-port", defaultValue = "8133") int port) {
        this.port = port;
    }

    @Override
    public boolean test(URI url) {
        return url.getPort() == port;
    }
}
