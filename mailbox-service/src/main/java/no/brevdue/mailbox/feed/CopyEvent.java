package no.brevdue.mailbox.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What has become of a copy, and nothing of the patient's doings.
 *
 * @param position dense within the organisation's copies, from 1: a jump would mean that something was missed
 * @param type {@code copy-arrived}, {@code copy-acknowledged} or {@code copy-withdrawn}
 * @param sender organisation number
 * @param detail OK or REJECTED for what was acknowledged; for what was withdrawn UNOPENED if nobody here had fetched it, SEALED if it
 *     should never have come here, MARKED if it stays readable and does not hold any more
 * @param at when it was told
 */
@Schema(name = "CopyEvent")
public record CopyEvent(
        long position,
        String type,
        UUID letterId,
        String sender,
        @Nullable String detail,
        Instant at) {}
