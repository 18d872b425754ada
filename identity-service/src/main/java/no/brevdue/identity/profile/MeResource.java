package no.brevdue.identity.profile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.identity.login.CurrentLogin;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The person who is logged in. */
@Path("/v1/me")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class MeResource {

    private final ProfileService profiles;
    private final CurrentLogin logins;
    private final CurrentCaller caller;

    MeResource(ProfileService profiles, CurrentLogin logins, CurrentCaller caller) {
        this.profiles = profiles;
        this.logins = logins;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What is known of the person", description = "Notes the login, once.")
    public Profile me() {
        return profiles.of(caller.citizen(), logins.of(caller.citizen()));
    }

    @POST
    @Path("deactivation")
    @Operation(
            summary = "Hide the profile",
            description = "At once: nobody is reached any more, and nothing is shown but since when. Nothing is lost.")
    @APIResponse(responseCode = "204", description = "Hidden, or was before")
    public void deactivate() {
        profiles.deactivate(caller.citizen());
    }

    @DELETE
    @Path("deactivation")
    @Operation(summary = "Show the profile again", description = "Everything is as it was.")
    @APIResponse(responseCode = "204", description = "Shown, or was not hidden")
    public void reactivate() {
        profiles.reactivate(caller.citizen());
    }
}
