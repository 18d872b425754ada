package no.brevdue.notification.contact;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** The token that says who we are, kept until shortly before it expires. */
@ApplicationScoped
class AccessToken {

    private final OidcClient issuer;
    private final Duration patience;
    private @Nullable Tokens current;

    AccessToken(OidcClient issuer, ContactConfig config) {
        this.issuer = issuer;
        this.patience = config.timeout();
    }

    /** One at a time: whoever waits finds the token the first has fetched. */
    synchronized String value() {
        Tokens tokens = current;
        if (tokens == null || tokens.isAccessTokenExpired() || tokens.isAccessTokenWithinRefreshInterval()) {
            tokens = issuer.getTokens().await().atMost(patience);
            current = tokens;
        }
        return tokens.getAccessToken();
    }

    synchronized void forget() {
        current = null;
    }
}
