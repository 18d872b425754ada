package no.brevdue.local.standin;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import no.brevdue.local.people.Actor;
import no.brevdue.local.people.Actors;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one issuer says about each actor. An unknown client, or a scope it does not have, gets no token. */
final class IssuedClaims implements OAuth2TokenCallback {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String issuer;
    private final Clock realTime;

    IssuedClaims(String issuer, Clock realTime) {
        this.issuer = issuer;
        this.realTime = realTime;
    }

    @Override
    public String issuerId() {
        return issuer;
    }

    @Override
    public String subject(TokenRequest request) {
        return actor(request).subject();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(actor(request).audience());
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        Actor actor = actor(request);
        Map<String, Object> claims = new LinkedHashMap<>(actor.claims());
        claims.put("scope", String.join(" ", scopes(actor, request)));
        if (request.getAuthorizationGrant() instanceof AuthorizationCodeGrant) {
            // The person is in the claims that were typed on the login page: {"pid": "…"}.
            claims.put("acr", "idporten-loa-high");
            claims.put("auth_time", realTime.instant().getEpochSecond());
        }
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME.toSeconds();
    }

    private static List<String> scopes(Actor actor, TokenRequest request) {
        List<String> wanted = wanted(request);
        if (wanted.isEmpty()) {
            return actor.scopes();
        }
        if (!actor.scopes().containsAll(wanted)) {
            throw new OAuth2Exception(OAuth2Error.INVALID_SCOPE, actor.name() + " may not ask for that scope");
        }
        return wanted;
    }

    /** Maskinporten takes the scope from the assertion, the others from the request. */
    private static List<String> wanted(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof JWTBearerGrant grant) {
            Object scope = assertion(grant).getClaim("scope");
            return scope == null ? List.of() : List.of(scope.toString().split(" "));
        }
        return request.getScope() == null ? List.of() : request.getScope().toStringList();
    }

    private Actor actor(TokenRequest request) {
        String client = client(request);
        return Actors.named(client)
                .filter(actor -> actor.issuer().equals(issuer))
                .orElseThrow(() -> new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "nobody here is called " + client));
    }

    private static String client(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof JWTBearerGrant grant) {
            return assertion(grant).getIssuer();
        }
        return request.getClientAuthentication() == null
                ? request.getClientID().getValue()
                : request.getClientAuthentication().getClientID().getValue();
    }

    private static JWTClaimsSet assertion(JWTBearerGrant grant) {
        try {
            return grant.getJWTAssertion().getJWTClaimsSet();
        } catch (ParseException e) {
            throw new OAuth2Exception(OAuth2Error.INVALID_GRANT, "the assertion cannot be read");
        }
    }
}
