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

    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";

    private final IssuerConfig issuers;

    IssuerTenants(IssuerConfig issuers) {
        this.issuers = issuers;
    }

    @Override
    public @Nullable String resolve(RoutingContext exchange) {
        String authorization = exchange.request().getHeader("Authorization");
        if (authorization == null) {
            return null;
        }
        if (begins(authorization, DPOP)) {
            return switch (issuer(authorization, DPOP)) {
                case HELSE_ID -> "helseid-dpop";
                case MASKINPORTEN -> "maskinporten-dpop";
                case ID_PORTEN, OPERATIONS, NONE -> null;
            };
        }
        if (!begins(authorization, BEARER)) {
            return null;
        }
        return switch (issuer(authorization, BEARER)) {
            case ID_PORTEN -> "id-porten";
            case MASKINPORTEN -> "maskinporten";
            case HELSE_ID -> "helseid";
            case OPERATIONS -> "operations";
            case NONE -> null;
        };
    }

    static boolean isBound(@Nullable String authorization) {
        return authorization != null && begins(authorization, DPOP);
    }

    private static boolean begins(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private Issuer issuer(String authorization, String scheme) {
        String iss = issuer(authorization.substring(scheme.length()));
        return iss == null ? Issuer.NONE : issuers.issuerOf(iss);
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
