package no.brevdue.consent.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/** One version of an agreement, in Markdown. */
@Schema(name = "ProcessorAgreement")
public record ProcessorAgreement(String controller, long version, String text, String sha256, Instant since) {}
