package no.brevdue.identity.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Notices about contact points for notification-service, just in time: it keeps neither address nor code. */
@Path("/v1/contact-notices")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:contact-points.read")
@RunOnVirtualThread
class ContactNoticesResource {

    private final NoticeLookupService notices;
    private final CurrentCaller caller;

    ContactNoticesResource(NoticeLookupService notices, CurrentCaller caller) {
        this.notices = notices;
        this.caller = caller;
    }

    @POST
    @Path("lookups")
    @Operation(
            summary = "What a notice says, and where it goes",
            description =
                    "The same as often as it is asked for, until the notice is over. Each look-up is in the person's"
                            + " access log.")
    @APIResponse(responseCode = "200", description = "Address, language and, where there is one, the code")
    @APIResponse(responseCode = "404", description = "Nothing is to be sent any more: BD-1127")
    public ContactNotice lookUp(@NotNull @Valid NoticeLookup lookup) {
        return notices.lookUp(lookup.noticeId(), lookup.purpose(), caller.caller());
    }

    @DELETE
    @Path("{noticeId}")
    @Operation(
            summary = "A notice was handed over: its address is forgotten",
            description = "A code's address is kept until the code comes back or expires.")
    @APIResponse(responseCode = "204", description = "Forgotten, or was before")
    public void told(@RestPath UUID noticeId) {
        notices.told(noticeId);
    }

    /**
     * Which notice, and why.
     *
     * @param purpose shown to the person in the access log
     */
    record NoticeLookup(@NotNull UUID noticeId, @NotNull NoticePurpose purpose) {}
}
