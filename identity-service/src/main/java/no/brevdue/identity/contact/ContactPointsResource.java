package no.brevdue.identity.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;

import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

    /** A POST, because an alias must not stand in a URL and because each lookup is recorded. */
    @POST
    @Path("lookups")
    public ContactAnswers lookUp(@NotNull @Valid Lookup lookup) {
        return new ContactAnswers(lookups.lookUp(lookup.letters(), lookup.purpose(), caller.caller()));
    }

    /**
     * Whose contact points, and why.
     *
     * @param letters 1 to 50
     * @param purpose shown to each person in the access log
     */
    record Lookup(
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid AddressedLetter> letters,
            @NotNull LookupPurpose purpose) {}
}
