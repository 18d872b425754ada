package no.brevdue.mailbox.refusal;

import no.brevdue.platform.caller.CurrentCaller;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Looks at every answer that says that something does not exist. The answer stays as it is, whatever is found. */
public class RefusalFilter {

    private static final Logger LOGGER = Logger.getLogger(RefusalFilter.class);

    private final RefusalService refusals;
    private final CurrentCaller current;

    RefusalFilter(RefusalService refusals, CurrentCaller current) {
        this.refusals = refusals;
        this.current = current;
    }

    @ServerResponseFilter
    public void notice(ContainerResponseContext response, UriInfo uri) {
        if (response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
            current.find()
                    .ifPresent(caller -> letter(uri).ifPresent(id -> {
                        try {
                            refusals.recordIfForeign(caller, id);
                        } catch (RuntimeException failure) {
                            // Nothing was shown to anybody; another answer would tell the caller that there is
                            // something.
                            LOGGER.error("A refused access could not be recorded", failure);
                        }
                    }));
        }
    }

    private static Optional<UUID> letter(UriInfo uri) {
        try {
            return Stream.of("letterId", "deliveryId", "messageId", "replyId")
                    .flatMap(name -> uri.getPathParameters().getOrDefault(name, List.of()).stream())
                    .findFirst()
                    .map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
