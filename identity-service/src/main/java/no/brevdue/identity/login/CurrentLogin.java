package no.brevdue.identity.login;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import no.brevdue.platform.caller.Caller;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** The login behind the token of the request that is being answered; the token has been verified before. */
@ApplicationScoped
public class CurrentLogin {

    private final CurrentIdentityAssociation identities;

    CurrentLogin(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** The login of a person who has been admitted as {@code citizen}. */
    public SeenLogin of(Caller.Citizen citizen) {
        if (!(identities.getIdentity().getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("A citizen was admitted without a token");
        }
        Long loggedIn = seconds(token, "auth_time");
        String client = token.getClaim("client_id") instanceof String name ? name : null;
        long at = loggedIn == null ? token.getIssuedAtTime() : loggedIn;
        Login login = new Login(Instant.ofEpochSecond(at), citizen.acr(), token.getIssuer(), client);
        return new SeenLogin(login, key(token, client, at, loggedIn != null));
    }

    /** Several tokens of one login tell the same time; where they tell none, each token is a login. */
    private static String key(JsonWebToken token, @Nullable String client, long at, boolean ofLogin) {
        String tokenId = token.getTokenID();
        return ofLogin || tokenId == null ? at + "/" + client : tokenId;
    }

    /** A time that is absent reads as zero. */
    private static @Nullable Long seconds(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof Number number && number.longValue() > 0
                ? Long.valueOf(number.longValue())
                : null;
    }
}
