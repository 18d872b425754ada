package no.brevdue.identity.profile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The person who is logged in. */
@Path("/v1/me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class MeResource {

    private final ProfileService profiles;
    private final CurrentCaller caller;

    MeResource(ProfileService profiles, CurrentCaller caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    public Profile me() {
        return profiles.of(caller.citizen());
    }
}
