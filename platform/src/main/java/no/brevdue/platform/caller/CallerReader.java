package no.brevdue.platform.caller;

import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.platform.problem.PlatformProblem.CALLER_NOT_ALLOWED;
import static no.brevdue.platform.problem.PlatformProblem.LEVEL_TOO_LOW;

/** Reads the caller out of a verified token, by the rules of the issuer that made it. */
@ApplicationScoped
class CallerReader {

    /** Sets operators apart from services: both come from the same issuer. */
    static final String OPERATE = "brevdue:operate";

    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;

    CallerReader(NationalIdentityNumbers numbers, Aliases aliases) {
        this.numbers = numbers;
        this.aliases = aliases;
    }

    /** The caller that {@code declared} admits; its issuer and scope have been checked before. */
    Caller read(JsonWebToken token, Callers declared) {
        return switch (declared.issuer()) {
            case ID_PORTEN -> citizen(token, declared.level());
            case MASKINPORTEN -> clientSystem(token);
            case HELSE_ID -> healthWorker(token, declared.level());
            case OPERATIONS -> operations(token, declared.scope());
            case NONE -> throw new IllegalStateException("A public address has no caller");
        };
    }

    private Caller citizen(JsonWebToken token, Level needed) {
        Level level = requireLevel(Level.ofAcr(Claims.text(token, "acr")), needed);
        String number = require(Claims.text(token, "pid"), "The token names no person.");
        return new Caller.Citizen(alias(number), level, level.acr());
    }

    private UUID alias(String number) {
        try {
            return aliases.alias(numbers.parse(number));
        } catch (ProblemException refused) {
            // Not the request's fault, as it would be in a body: the login is for somebody we do not serve.
            throw CALLER_NOT_ALLOWED.because("The token's national identity number is not accepted here.");
        }
    }

    private static Caller clientSystem(JsonWebToken token) {
        OrganizationNumber consumer =
                require(Claims.organization(token, "consumer"), "The token names no consumer organisation.");
        String clientId = require(Claims.text(token, "client_id"), "The token names no client.");
        return new Caller.ClientSystem(consumer, Claims.organization(token, "supplier"), clientId);
    }

    private static Caller healthWorker(JsonWebToken token, Level needed) {
        String assured = Claims.text(token, "helseid://claims/identity/security_level");
        Level unused = requireLevel(Level.ofHelseId(assured), needed);
        String hprNumber = require(
                Claims.text(token, "helseid://claims/hpr/hpr_number"), "The token names no authorised health worker.");
        String organization = require(
                Claims.text(token, "helseid://claims/client/claims/orgnr_parent"), "The token names no organisation.");
        return new Caller.HealthWorker(
                withoutZeros(hprNumber), Claims.organization(organization, OrganizationNumber::of));
    }

    /** Some write the number with zeros before it; it is one number all the same. */
    private static String withoutZeros(String hprNumber) {
        if (!hprNumber.matches("0{0,8}[1-9][0-9]{0,8}")) {
            throw CALLER_NOT_ALLOWED.because("The token's number of a health worker is not valid.");
        }
        return hprNumber.replaceFirst("^0+", "");
    }

    private static Caller operations(JsonWebToken token, String scope) {
        return scope.equals(OPERATE)
                ? new Caller.Operator(require(token.getSubject(), "The token names no operator."))
                : new Caller.ServiceAccount(require(Claims.text(token, "client_id"), "The token names no service."));
    }

    private static Level requireLevel(Optional<Level> reached, Level needed) {
        return reached.filter(level -> level.reaches(needed))
                .orElseThrow(() -> LEVEL_TOO_LOW.because("The person must log in at level " + needed.acr() + "."));
    }

    private static <T> T require(@Nullable T claim, String otherwise) {
        if (claim == null) {
            throw CALLER_NOT_ALLOWED.because(otherwise);
        }
        return claim;
    }
}
