package no.brevdue.consent.research;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A person's preference.
 *
 * @param decidedAt absent as long as nothing was said: then the person may be contacted
 */
@Schema(name = "ResearchContact")
public record ResearchContact(
        boolean mayBeContacted, @Nullable Instant decidedAt) {}
