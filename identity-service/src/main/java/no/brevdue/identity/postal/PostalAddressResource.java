package no.brevdue.identity.postal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.identity.population.PostalAddress;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Postal addresses for our own services, just in time: they keep none. */
@Path("/v1/postal-addresses")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:postal-addresses.read")
@RunOnVirtualThread
class PostalAddressResource {

    private final PostalAddressService addresses;
    private final CurrentCaller caller;

    PostalAddressResource(PostalAddressService addresses, CurrentCaller caller) {
        this.addresses = addresses;
        this.caller = caller;
    }

    /** A POST, because the alias must not stand in a URL and because each lookup is recorded. */
    @POST
    @Path("lookups")
    public PostalAddress lookUp(@NotNull @Valid PostalLookup lookup) {
        return addresses.lookUp(lookup.alias(), lookup.purpose(), caller.caller());
    }

    /** What an address may be looked up for; shown to the person in the access log. */
    enum PostalPurpose {
        /** Printing a letter that nobody has read in time. */
        @JsonProperty("letter-print")
        LETTER_PRINT;

        /** For the audit trail and the messages of the reader of bodies. */
        @Override
        public String toString() {
            return "letter-print";
        }
    }

    /**
     * Whose address, and why.
     *
     * @param purpose shown to the person in the access log
     */
    record PostalLookup(@NotNull UUID alias, @NotNull PostalPurpose purpose) {}
}
