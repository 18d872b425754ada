package no.brevdue.consent.terms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Instant;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;

/** The terms, for everybody to read before they log in. */
@Path("/v1/terms")
@Callers(issuer = Issuer.NONE)
@RunOnVirtualThread
class TermsResource {

    private static final String CACHE_BRIEFLY = "public, max-age=60";

    private final TermsService terms;

    TermsResource(TermsService terms) {
        this.terms = terms;
    }

    @GET
    @Path("current")
    @Operation(summary = "The terms that apply now")
    public RestResponse<TermsView> current(
            @RestQuery @DefaultValue("nb") @Pattern(regexp = TermsText.LANGUAGES, message = "must be nb, nn or en")
                    String language,
            @Context Request request) {
        return answer(terms.currentText(language), request);
    }

    @GET
    @Path("{version}")
    @Operation(summary = "One version of the terms, also after it was replaced")
    public RestResponse<TermsView> version(
            @RestPath long version,
            @RestQuery @DefaultValue("nb") @Pattern(regexp = TermsText.LANGUAGES, message = "must be nb, nn or en")
                    String language,
            @Context Request request) {
        return answer(terms.text(TermsFiles.TERMS_OF_USE, version, language), request);
    }

    private static RestResponse<TermsView> answer(TermsText text, Request request) {
        TermsVersion version = text.version();
        EntityTag tag = new EntityTag("%s-%d-%s".formatted(version.termsId(), version.version(), text.language()));
        RestResponse.ResponseBuilder<TermsView> answer = request.evaluatePreconditions(tag) == null
                ? RestResponse.ResponseBuilder.ok(TermsView.of(text))
                : RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED);
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE_BRIEFLY)
                .header(HttpHeaders.CONTENT_LANGUAGE, text.language())
                .build();
    }

    /**
     * A version in one language.
     *
     * @param sha256 SHA-256 over the texts in every language, as the acceptance refers to it
     * @param text Markdown
     */
    public record TermsView(
            String termsId, long version, String language, Instant effectiveAt, String sha256, String text) {

        static TermsView of(TermsText text) {
            TermsVersion version = text.version();
            return new TermsView(
                    version.termsId(),
                    version.version(),
                    text.language(),
                    version.effectiveAt(),
                    version.sha256(),
                    text.text());
        }
    }
}
