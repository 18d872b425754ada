package no.brevdue.identity.stepup;

import no.brevdue.platform.caller.Level;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.time.RealTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether an id token says that the right person logged in just now, for us, because we asked. */
@ApplicationScoped
class IdTokenCheck {

    /** Clocks differ a little. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String issuer;
    private final StepUpConfig config;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;
    private final Clock clock;

    IdTokenCheck(
            @ConfigProperty(name = "brevdue.issuer.id-porten") String issuer,
            StepUpConfig config,
            NationalIdentityNumbers numbers,
            Aliases aliases,
            @RealTime Clock clock) {
        this.issuer = issuer;
        this.config = config;
        this.numbers = numbers;
        this.aliases = aliases;
        this.clock = clock;
    }

    /** What is wrong with it; empty if nothing is. */
    Optional<String> flaw(IdPorten.Answer answer, StepUpRow stepUp) {
        try {
            return flaw(verified(answer), stepUp);
        } catch (InvalidJwtException | JoseException | MalformedClaimException refused) {
            return Optional.of("not-verified");
        }
    }

    private JwtClaims verified(IdPorten.Answer answer) throws JoseException, InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(answer.keys()).getJsonWebKeys()))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(config.clientId())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds((int) GRACE.toSeconds())
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build()
                .processToClaims(answer.idToken());
    }

    private Optional<String> flaw(JwtClaims claims, StepUpRow stepUp) throws MalformedClaimException {
        if (!stepUp.nonce().equals(claims.getStringClaimValue("nonce"))) {
            return Optional.of("another-request");
        }
        if (!Level.HIGH.acr().equals(claims.getStringClaimValue("acr"))) {
            return Optional.of("level-too-low");
        }
        NumericDate loggedIn = claims.getNumericDateClaimValue("auth_time");
        Instant earliest = stepUp.requestedAt().minus(GRACE);
        if (loggedIn == null || Instant.ofEpochSecond(loggedIn.getValue()).isBefore(earliest)) {
            return Optional.of("not-a-new-login");
        }
        return isThem(claims.getStringClaimValue("pid"), stepUp.alias())
                ? Optional.empty()
                : Optional.of("somebody-else");
    }

    private boolean isThem(String number, UUID alias) {
        try {
            return number != null && aliases.allAliases(numbers.parse(number)).contains(alias);
        } catch (ProblemException noNumber) {
            return false;
        }
    }
}
