package no.brevdue.mailbox.supplier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.List;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** The organisation lets suppliers follow its letters. */
@Path("/v1/sender/suppliers")
@Tag(name = "Sender")
@RunOnVirtualThread
class SupplierResource {

    private final SupplierService suppliers;
    private final CurrentCaller caller;

    SupplierResource(SupplierService suppliers, CurrentCaller caller) {
        this.suppliers = suppliers;
        this.caller = caller;
    }

    @GET
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.read")
    @Operation(summary = "Suppliers that may follow the organisation's letters, and those that might once")
    public List<RegisteredSupplier> all() {
        return suppliers.all(caller.clientSystem());
    }

    @PUT
    @Path("{organizationNumber}")
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
    @Operation(
            summary = "Let a supplier follow the organisation's letters from now on",
            description = "Only with a token of the organisation itself. Repeating it changes nothing.")
    public void register(@RestPath int organizationNumber) {
        suppliers.register(caller.clientSystem(), number(organizationNumber));
    }

    @DELETE
    @Path("{organizationNumber}")
    @Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
    @Operation(summary = "Let a supplier follow them no more; it loses sight of all of them at once")
    public void end(@RestPath int organizationNumber) {
        suppliers.end(caller.clientSystem(), number(organizationNumber));
    }

    /** Nine digits, of which the first is never 0. */
    private static OrganizationNumber number(int digits) {
        return OrganizationNumber.of(String.valueOf(digits));
    }
}
