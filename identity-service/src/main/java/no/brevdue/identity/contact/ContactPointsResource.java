package no.brevdue.identity.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Contact points for our own services, just in time: they keep none. */
@Path("/v1/contact-points")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:contact-points.read")
@RunOnVirtualThread
class ContactPointsResource {

    private final LookupService lookups;
    private final CurrentCaller caller;

    ContactPointsResource(LookupService lookups, CurrentCaller caller) {
        this.lookups = lookups;
        this.caller = caller;
    }

    /** A POST, because the alias must not stand in a URL and because each lookup is recorded. */
    @POST
    @Path("lookups")
    public ContactPoints lookUp(@NotNull @Valid Lookup lookup) {
        return lookups.lookUp(lookup.alias(), lookup.purpose(), lookup.parentVisibility(), caller.caller());
    }

    /**
     * Whose contact points, and why.
     *
     * @param alias the person a letter is for
     * @param parentVisibility whether parents of somebody between 12 and 16 see the letter; hidden if absent
     * @param purpose shown to the person in the access log
     */
    record Lookup(@NotNull UUID alias, @NotNull LookupPurpose purpose, ParentVisibility parentVisibility) {

        /** Hidden unless it says otherwise. */
        Lookup {
            parentVisibility = parentVisibility == null ? ParentVisibility.HIDDEN : parentVisibility;
        }
    }
}
