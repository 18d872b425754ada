package no.brevdue.consent.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.consent.receipt.ReceiptSigner.PublicJwk;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The keys that verify receipts, also those that were made out before a rotation. */
@Path("/v1/receipt-keys")
@Tag(name = "Documents")
@Callers(issuer = Issuer.NONE)
@RunOnVirtualThread
class ReceiptKeysResource {

    private final ReceiptSigner signer;

    ReceiptKeysResource(ReceiptSigner signer) {
        this.signer = signer;
    }

    @GET
    @Operation(summary = "The keys that verify receipts, as a JWK set")
    public ReceiptKeys keys() {
        return new ReceiptKeys(signer.keys());
    }

    @Schema(name = "ReceiptKeys")
    public record ReceiptKeys(List<PublicJwk> keys) {}
}
