package no.brevdue.local.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.sun.net.httpserver.HttpExchange;

import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Set;

/** Lets in whoever brings a signed, unexpired token of one issuer with one scope, as the registers do. */
public final class BearerCheck {

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String scope;

    public BearerCheck(String issuer, String scope) {
        this.scope = scope;
        try {
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            URI.create(issuer + "/jwks").toURL())
                    .build();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp", "scope")));
        // The access tokens of the issuers here carry no type in their header.
        processor.setJWSTypeVerifier((type, context) -> {});
    }

    boolean allows(HttpExchange request) {
        String header = request.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            return false;
        }
        try {
            String scopes = processor
                    .process(header.substring("Bearer ".length()), null)
                    .getStringClaim("scope");
            return List.of(scopes.split(" ")).contains(scope);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return false;
        }
    }
}
