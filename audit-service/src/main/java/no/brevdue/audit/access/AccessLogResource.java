package no.brevdue.audit.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The patient's own view of the record (innsynslogg). */
@Path("/v1/me/access-log")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
public class AccessLogResource {

    private static final int LARGEST_PAGE = 100;

    private final AccessLogService accessLog;
    private final CurrentCaller current;

    AccessLogResource(AccessLogService accessLog, CurrentCaller current) {
        this.accessLog = accessLog;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "Who has seen or changed my data, newest first",
            description = "Reading the log is recorded too, and shows on the next read.")
    public AccessLogPage read(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        return accessLog.read(current.citizen(), Cursor.parse(cursor), limit);
    }
}
