package no.brevdue.consent.terms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.contracts.consent.v1.TermsChange;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import java.time.Instant;
import java.util.List;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The archive: every version of every document, for everybody, for ever. */
@Path("/v1/documents")
@Tag(name = "Documents")
@Callers(issuer = Issuer.NONE)
@RunOnVirtualThread
class DocumentResource {

    private static final String ONE_OF = "must be nb, nn or en";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final TermsService terms;

    DocumentResource(TermsService terms) {
        this.terms = terms;
    }

    @GET
    @Operation(summary = "Terms, privacy statement, and what each consent is about")
    public List<String> documents() {
        return TermsFiles.DOCUMENTS;
    }

    @GET
    @Path("versions")
    @Operation(summary = "Every version, oldest first; those that do not apply yet are announced")
    public List<VersionView> versions(
            @RestQuery @NotNull @Pattern(regexp = "[a-z-]{1,50}", message = "must be a document") String document) {
        return terms.versions(document).stream().map(VersionView::of).toList();
    }

    @GET
    @Path("versions/{version}/html")
    @Produces(HTML)
    @Operation(summary = "A version, rendered", description = "Markup in the text is shown and never followed.")
    public String html(
            @RestQuery @NotNull @Pattern(regexp = "[a-z-]{1,50}", message = "must be a document") String document,
            @RestPath long version,
            @RestQuery @DefaultValue("nb") @Pattern(regexp = TermsText.LANGUAGES, message = ONE_OF) String language) {
        return Rendering.html(terms.text(document, version, language).text());
    }

    @GET
    @Path("versions/{version}/plain")
    @Produces(PLAIN)
    @Operation(summary = "A version as plain text")
    public String plain(
            @RestQuery @NotNull @Pattern(regexp = "[a-z-]{1,50}", message = "must be a document") String document,
            @RestPath long version,
            @RestQuery @DefaultValue("nb") @Pattern(regexp = TermsText.LANGUAGES, message = ONE_OF) String language) {
        return Rendering.plain(terms.text(document, version, language).text());
    }

    @GET
    @Path("versions/{version}/changes")
    @Operation(summary = "What differs from an earlier version, line by line")
    public List<ChangedLine> changes(
            @RestQuery @NotNull @Pattern(regexp = "[a-z-]{1,50}", message = "must be a document") String document,
            @RestPath long version,
            @RestQuery @DefaultValue("1") @Min(1) long since,
            @RestQuery @DefaultValue("nb") @Pattern(regexp = TermsText.LANGUAGES, message = ONE_OF) String language) {
        return ChangedLine.between(
                terms.text(document, since, language).text(),
                terms.text(document, version, language).text());
    }

    /** A version, without its text. */
    @Schema(name = "DocumentVersion")
    public record VersionView(String documentId, long version, Instant effectiveAt, TermsChange change, String sha256) {

        static VersionView of(TermsVersion version) {
            return new VersionView(
                    version.termsId(), version.version(), version.effectiveAt(), version.change(), version.sha256());
        }
    }
}
