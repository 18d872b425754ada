package no.brevdue.platform.probe;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says who the caller is, to each kind of caller. */
@Path("/guarded")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me")
public class GuardedResource {

    private final CurrentCaller current;

    GuardedResource(CurrentCaller current) {
        this.current = current;
    }

    @GET
    @Path("citizen")
    public String citizen() {
        return current.citizen().toString();
    }

    @GET
    @Path("citizen-substantial")
    @Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.SUBSTANTIAL)
    public String citizenAtLevelSubstantial() {
        return current.citizen().toString();
    }

    @GET
    @Path("system")
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
    public String system() {
        return current.clientSystem().toString();
    }

    @GET
    @Path("health-worker")
    @Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:staff")
    public String healthWorker() {
        return current.healthWorker().toString();
    }

    @GET
    @Path("operations")
    @Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
    @Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:contact-points.read")
    public String operations() {
        return current.caller().toString();
    }

    @GET
    @Path("public")
    @Callers(issuer = Issuer.NONE)
    public String everybody() {
        return current.find().map(Object::toString).orElse("nobody");
    }
}
