package no.brevdue.consent.person;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** When the person behind the token of this request had logged in; the token has been verified before. */
@ApplicationScoped
public class CurrentLogin {

    private final CurrentIdentityAssociation identities;

    CurrentLogin(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    public Instant at() {
        if (!(identities.getIdentity().getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("A citizen was admitted without a token");
        }
        long at = token.getClaim("auth_time") instanceof Number number && number.longValue() > 0
                ? number.longValue()
                : token.getIssuedAtTime();
        return Instant.ofEpochSecond(at);
    }
}
