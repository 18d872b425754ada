package no.brevdue.consent.terms;

import no.brevdue.contracts.consent.v1.TermsChange;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody stands with a document.
 *
 * @param applies the version that binds them now: what they accepted, or a later one that changed words only; null if they
 *     have accepted nothing that still counts
 * @param mustAccept stands before the opening of letters
 * @param mayAccept gives up rights, therefore only by their own choice
 */
public record TermsStanding(
        @Nullable TermsVersion applies,
        @Nullable TermsVersion mustAccept,
        @Nullable TermsVersion mayAccept) {

    /** A material change asks again; one of words alone does not; one that takes rights away never asks by force. */
    public static TermsStanding of(List<TermsVersion> versions, List<Long> accepted, Instant now) {
        List<TermsVersion> inForce =
                versions.stream().filter(one -> !one.effectiveAt().isAfter(now)).toList();
        if (inForce.isEmpty()) {
            return new TermsStanding(null, null, null);
        }
        TermsVersion newest = inForce.getLast();
        Optional<TermsVersion> latest = inForce.stream()
                .filter(one -> accepted.contains(one.version()))
                .max(Comparator.comparing(TermsVersion::version));
        if (latest.isEmpty()) {
            return new TermsStanding(null, newest, null);
        }
        List<TermsVersion> since = inForce.stream()
                .filter(one -> one.version() > latest.get().version())
                .toList();
        boolean reduces = since.stream().anyMatch(one -> one.change() == TermsChange.REDUCING);
        if (reduces) {
            return new TermsStanding(latest.get(), null, newest);
        }
        boolean material = since.stream().anyMatch(one -> one.change() == TermsChange.MATERIAL);
        return material ? new TermsStanding(null, newest, null) : new TermsStanding(newest, null, null);
    }
}
