package no.brevdue.platform.probe;

import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Fails in every way that a feature can. */
@Path("/probe")
@Callers(issuer = Issuer.NONE)
public class ProbeResource {

    @POST
    @Path("letters")
    public Map<String, String> letter(@NotNull @Valid Letter letter) {
        return Map.of("title", letter.title());
    }

    @PUT
    @Path("content")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Map<String, Integer> content(InputStream content) throws IOException {
        return Map.of("octets", content.readAllBytes().length);
    }

    @GET
    @Path("letters/{letterId}")
    public Map<String, UUID> letter(@RestPath UUID letterId) {
        return Map.of("letterId", letterId);
    }

    @GET
    @Path("letters")
    public List<String> letters(
            @RestQuery @Nullable UUID after,
            @RestQuery @Max(50) int limit,
            @RestHeader("Brevdue-Since") @Nullable Instant since) {
        return List.of();
    }

    @POST
    @Path("locked")
    public void locked() {
        throw Trouble.LOCKED.because("Come back later.").retryAfter(Duration.ofSeconds(30));
    }

    @POST
    @Path("broken")
    public void broken() {
        throw new IllegalStateException("the secret 20914695016");
    }

    public record Letter(
            @NotBlank @Size(max = 20) String title,
            int copies,
            @Nullable Boolean urgent,
            @Nullable List<@Valid Recipient> recipients,
            @Nullable Importance importance,
            @Nullable Instant actBy,
            @Nullable OrganizationNumber sender) {}

    public record Recipient(@NotBlank String name) {}

    enum Importance {
        NORMAL,
        HIGH
    }

    enum Trouble implements ProblemType {
        LOCKED;

        @Override
        public Kind kind() {
            return Kind.TOO_MANY_REQUESTS;
        }

        @Override
        public int code() {
            return 1999;
        }

        @Override
        public String slug() {
            return "locked";
        }

        @Override
        public String meaning() {
            return "Only here.";
        }
    }
}
