package no.brevdue.platform.caller;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import static no.brevdue.platform.problem.PlatformProblem.CALLER_NOT_ALLOWED;
import static no.brevdue.platform.problem.PlatformProblem.NOT_AUTHENTICATED;
import static no.brevdue.platform.problem.PlatformProblem.TOKEN_REFUSED;
import static no.brevdue.platform.problem.PlatformProblem.UNAVAILABLE;

/** The only door: admits whom the resource method declares, and nobody where it declares nothing. */
public class CallerFilter {

    private static final Duration ISSUER_PAUSE = Duration.ofSeconds(5);

    private final CurrentIdentityAssociation identities;
    private final CurrentCaller current;
    private final CallerReader reader;
    private final IssuerConfig issuers;
    private final Instance<ProofLedger> proofs;
    private final Instance<SupplierAccess> suppliers;

    CallerFilter(
            CurrentIdentityAssociation identities,
            CurrentCaller current,
            CallerReader reader,
            IssuerConfig issuers,
            Instance<ProofLedger> proofs,
            Instance<SupplierAccess> suppliers) {
        this.identities = identities;
        this.current = current;
        this.reader = reader;
        this.issuers = issuers;
        this.proofs = proofs;
        this.suppliers = suppliers;
    }

    @ServerRequestFilter
    public Uni<Void> admit(ResourceInfo resource, HttpHeaders headers) {
        List<Callers> declared = declared(resource);
        if (declared.stream().anyMatch(callers -> callers.issuer() == Issuer.NONE)) {
            return Uni.createFrom().voidItem();
        }
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return identities
                .getDeferredIdentity()
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> TOKEN_REFUSED.because("The access token is not accepted."))
                .onFailure(OIDCException.class)
                .transform(failure -> UNAVAILABLE
                        .because("The issuer of the access token does not answer.")
                        .retryAfter(ISSUER_PAUSE))
                .map(identity -> admitted(identity, declared, authorization))
                .call(admitted -> IssuerTenants.isBound(authorization)
                        ? useProof(headers.getHeaderString("DPoP"))
                        : Uni.createFrom().voidItem())
                .call(this::requireRegisteredSupplier)
                .invoke(admitted -> current.admit(admitted.caller()))
                .replaceWithVoid();
    }

    /** A caller, and by which of the declared scopes. */
    private record Admitted(Caller caller, String scope) {}

    private Uni<Void> useProof(String proof) {
        return require(
                () -> proofs.isResolvable() && proofs.get().use(proof),
                () -> TOKEN_REFUSED.because("The proof of possession is too old, or was used before."));
    }

    private Uni<Void> requireRegisteredSupplier(Admitted admitted) {
        return admitted.caller() instanceof Caller.ClientSystem system && system.supplier() != null
                ? requireRegistered(system.consumer(), system.supplier(), admitted.scope())
                : Uni.createFrom().voidItem();
    }

    /** Maskinporten says whose system it is; whether it may act for the organisation here, the organisation says. */
    private Uni<Void> requireRegistered(OrganizationNumber organization, OrganizationNumber supplier, String scope) {
        return require(
                () -> suppliers.isResolvable() && suppliers.get().allows(organization, supplier, scope),
                () -> CALLER_NOT_ALLOWED.because(
                        "The organisation has not let this supplier act for it with this scope."));
    }

    /** Looks into the database, for which this thread may not wait. */
    private static Uni<Void> require(BooleanSupplier condition, Supplier<ProblemException> otherwise) {
        return Uni.createFrom()
                .item(condition::getAsBoolean)
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .invoke(holds -> {
                    if (!holds) {
                        throw otherwise.get();
                    }
                })
                .replaceWithVoid();
    }

    private static List<Callers> declared(ResourceInfo resource) {
        Callers[] onMethod = resource.getResourceMethod().getAnnotationsByType(Callers.class);
        return Arrays.asList(
                onMethod.length > 0 ? onMethod : resource.getResourceClass().getAnnotationsByType(Callers.class));
    }

    private Admitted admitted(SecurityIdentity identity, List<Callers> declared, @Nullable String authorization) {
        if (identity.isAnonymous()) {
            throw authorization != null
                    ? TOKEN_REFUSED.because("The access token is not of an issuer we trust.")
                    : NOT_AUTHENTICATED.because("An access token is needed.");
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw TOKEN_REFUSED.because("The access token is not accepted.");
        }
        // A token bound to a key proves nothing without the proof; as Bearer it may be stolen.
        if (token.containsClaim("cnf") && !IssuerTenants.isBound(authorization)) {
            throw TOKEN_REFUSED.because("The access token is bound to a key and not accepted as Bearer.");
        }
        Callers matching = matching(token, declared);
        return new Admitted(reader.read(token, matching), matching.scope());
    }

    private Callers matching(JsonWebToken token, List<Callers> declared) {
        Issuer issuer = issuers.issuerOf(token.getIssuer());
        Set<String> scopes = Claims.scopes(token);
        return declared.stream()
                .filter(callers -> callers.issuer() == issuer && scopes.contains(callers.scope()))
                .findFirst()
                .orElseThrow(() -> notAmong(declared));
    }

    private static ProblemException notAmong(List<Callers> declared) {
        return CALLER_NOT_ALLOWED.because(
                declared.isEmpty()
                        ? "This address admits nobody."
                        : "This address is for callers with another issuer or scope.");
    }
}
