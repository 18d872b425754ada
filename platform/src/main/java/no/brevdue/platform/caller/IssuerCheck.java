package no.brevdue.platform.caller;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.HashSet;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses to start with issuers that could be impersonated or mistaken for each other. */
@Singleton
class IssuerCheck {

    private final IssuerConfig issuers;
    private final String environment;

    IssuerCheck(IssuerConfig issuers, @ConfigProperty(name = "brevdue.environment") String environment) {
        this.issuers = issuers;
        this.environment = environment;
    }

    void onStart(@Observes StartupEvent start) {
        check();
    }

    void check() {
        if (new HashSet<>(issuers.all()).size() < issuers.all().size()) {
            throw new IllegalStateException("Two of brevdue.issuer.* are the same: the issuer decides who is a citizen"
                    + " and who is a system, so that each needs its own.");
        }
        for (String issuer : issuers.all()) {
            if (!environment.equals("test") && !issuer.startsWith("https://")) {
                throw new IllegalStateException("The issuer " + issuer + " is not https: only with"
                        + " brevdue.environment=test are unprotected issuers trusted.");
            }
        }
    }
}
