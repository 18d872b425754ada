package no.brevdue.identity.login;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.List;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The logins of the person who is logged in. */
@Path("/v1/me/logins")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class LoginsResource {

    private final LoginService logins;
    private final CurrentCaller caller;

    LoginsResource(LoginService logins, CurrentCaller caller) {
        this.logins = logins;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Own logins, newest first",
            description = "Noted once for each login, when it first asks for GET /v1/me; logins that ask other services"
                    + " only are not here. Kept for thirteen months.")
    public List<Login> logins(@RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return logins.of(caller.citizen(), limit);
    }
}
