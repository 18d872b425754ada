package no.brevdue.platform.testing;

import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import no.brevdue.platform.caller.Issuer;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

import java.util.Map;
import java.util.Set;

/** The four issuers, each with a key of its own; {@link Tokens} asks them for tokens. */
public final class OidcResource implements QuarkusTestResourceLifecycleManager {

    private static final KeyProvider KEYS = new KeyProvider();

    /** One for the whole run, so that {@link Tokens} needs nothing injected. */
    private static final MockOAuth2Server SERVER = new MockOAuth2Server(new OAuth2Config(
            false, null, null, false, new OAuth2TokenProvider(KEYS), Set.of(), new MockWebServerWrapper()));

    /** What the issuer signs with, so that {@link Tokens} can sign what no issuer would. */
    static RSAKey key(Issuer issuer) {
        return KEYS.signingKey(name(issuer)).toRSAKey();
    }

    private static String name(Issuer issuer) {
        return switch (issuer) {
            case ID_PORTEN -> "id-porten";
            case MASKINPORTEN -> "maskinporten";
            case HELSE_ID -> "helseid";
            case OPERATIONS -> "operations";
            case NONE -> throw new IllegalArgumentException("A public address needs no token");
        };
    }

    /** The issuer as its tokens spell it. */
    public static String url(Issuer issuer) {
        return SERVER.issuerUrl(name(issuer)).toString();
    }

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of(
                "brevdue.environment", "test",
                "brevdue.issuer.id-porten", url(Issuer.ID_PORTEN),
                "brevdue.issuer.maskinporten", url(Issuer.MASKINPORTEN),
                "brevdue.issuer.helseid", url(Issuer.HELSE_ID),
                "brevdue.issuer.operations", url(Issuer.OPERATIONS));
    }

    @Override
    public void stop() {
        SERVER.shutdown();
    }
}
