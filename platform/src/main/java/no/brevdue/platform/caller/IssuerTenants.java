package no.brevdue.platform.caller;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Chooses by the issuer that a token names which issuer's rules and keys it is verified with; the choice proves nothing
 * yet. Quarkus' own choice by issuer gives an issuer that was away when the service started one more chance and then
 * refuses its tokens until the next start; here every request is a chance.
 */
@ApplicationScoped
class IssuerTenants implements TenantResolver {

    private static final String SCHEME = "Bearer ";

    private final IssuerConfig issuers;

    IssuerTenants(IssuerConfig issuers) {
        this.issuers = issuers;
    }

    @Override
    public @Nullable String resolve(RoutingContext exchange) {
        String authorization = exchange.request().getHeader("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String iss = issuer(authorization.substring(SCHEME.length()));
        return switch (iss == null ? Issuer.NONE : issuers.issuerOf(iss)) {
            case ID_PORTEN -> "id-porten";
            case MASKINPORTEN -> "maskinporten";
            case HELSE_ID -> "helseid";
            case OPERATIONS -> "operations";
            case NONE -> null;
        };
    }

    private static @Nullable String issuer(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("iss");
        } catch (IllegalArgumentException | DecodeException | ClassCastException unreadable) {
            return null;
        }
    }
}
