package no.brevdue.consent.decision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How far the readers of people's decisions have come, for operators. */
@Path("/v1/operations/decision-readers")
@Tag(name = "Operations")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class ReaderResource {

    private final ReaderService readers;

    ReaderResource(ReaderService readers) {
        this.readers = readers;
    }

    @GET
    @Operation(
            summary = "For each reader, how many people have decided something that it does not act on yet",
            description = "Counts and times only.")
    public List<ReaderProgress> all() {
        return readers.progress();
    }
}
