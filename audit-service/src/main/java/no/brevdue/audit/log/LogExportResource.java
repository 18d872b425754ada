package no.brevdue.audit.log;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.Base64;
import java.util.List;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The log as an auditor takes it home. */
@Path("/v1/operations/log/leaves")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
public class LogExportResource {

    private static final int LARGEST_PAGE = 1_000;

    private final LogExportService export;
    private final CurrentCaller current;

    LogExportResource(LogExportService export, CurrentCaller current) {
        this.export = export;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "Leaves of the log, in order of their index",
            description = "The next page begins after the last index of this one; an empty page is the end. Each page"
                    + " is recorded, so stop at the size of the checkpoint that is to be verified.")
    public LeavesPage leaves(
            @RestQuery @DefaultValue("0") @Min(0) long from,
            @RestQuery @DefaultValue("1000") @Min(1) @Max(LARGEST_PAGE) int limit) {
        return new LeavesPage(export.leaves(current.caller(), from, limit).stream()
                .map(ExportedLeaf::of)
                .toList());
    }

    public record LeavesPage(List<ExportedLeaf> leaves) {}

    /**
     * A leaf in JSON.
     *
     * @param hash SHA-256 from which the tree was built, in base64
     * @param content canonical bytes of the entry, in base64
     */
    public record ExportedLeaf(
            long index,
            @Schema(format = "byte") String hash,
            @Schema(format = "byte") String content) {

        static ExportedLeaf of(Leaf leaf) {
            Base64.Encoder base64 = Base64.getEncoder();
            return new ExportedLeaf(
                    leaf.index(), base64.encodeToString(leaf.hash()), base64.encodeToString(leaf.content()));
        }
    }
}
