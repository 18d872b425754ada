package no.brevdue.mailbox.recall;

import no.brevdue.contracts.mailbox.v1.RecallOutcome;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.Evidence;
import no.brevdue.mailbox.delivery.Rung;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What article 33(3) of the GDPR asks a controller to tell the authority, as far as the evidence knows it.
 *
 * @param cause how it came to light
 * @param reason what the sender gave as its reason, of a recall
 * @param controllerAwareAt when the controller became aware; of a letter that its reader disowned, when it was told
 * @param notifyAuthorityBefore 72 hours later, article 33(1)
 * @param dataCategories kinds of personal data in the letter
 * @param from when the content could first be seen
 * @param to when it could be seen no more; absent while a copy can still be read
 * @param measures what has been done about it
 * @param leftToController what only the controller can say
 */
@Schema(name = "BreachPack")
public record BreachPack(
        UUID breachId,
        UUID messageId,
        String reference,
        Breach.Cause cause,
        @Nullable String reason,
        Instant controllerAwareAt,
        Instant notifyAuthorityBefore,
        Purpose purpose,
        List<String> dataCategories,
        @Nullable Instant from,
        @Nullable Instant to,
        Numbers numbers,
        List<BreachReader> readers,
        List<String> measures,
        List<String> leftToController) {

    private static final Duration TIME_TO_NOTIFY = Duration.ofDays(3);

    /**
     * How many.
     *
     * @param persons whose data the letter holds
     * @param letters letters
     * @param attachments attachments of the letter
     * @param recipients deliveries, copies included
     * @param opened readers who opened or fetched it
     * @param downloaded attachments that were downloaded, once for each reader
     * @param printed deliveries handed over to a printer
     * @param notified notifications handed over
     */
    @Schema(name = "BreachNumbers")
    public record Numbers(
            int persons,
            int letters,
            int attachments,
            int recipients,
            long opened,
            long downloaded,
            long printed,
            long notified) {}

    /**
     * Somebody who has seen it.
     *
     * @param pseudonym stands for the reader in this breach alone
     * @param role the person, a representative or a copy recipient
     * @param downloads how many attachments were taken
     */
    @Schema(name = "BreachReader")
    public record BreachReader(String pseudonym, String role, Instant at, long downloads) {}

    static BreachPack of(
            Breach breach,
            Message message,
            List<Delivery> deliveries,
            List<Evidence> evidence,
            Readers people,
            int attachments) {
        List<BreachReader> readers = readers(breach, deliveries, evidence, people);
        return new BreachPack(
                breach.id(),
                message.id(),
                message.reference(),
                breach.cause(),
                breach.reason(),
                breach.awareAt(),
                breach.awareAt().plus(TIME_TO_NOTIFY),
                message.purpose(),
                List.of("HEALTH", "CONTACT_WITH_HEALTH_CARE"),
                deliveries.stream()
                        .map(Delivery::publishedAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                end(deliveries, evidence),
                new Numbers(
                        1,
                        1,
                        attachments,
                        deliveries.size(),
                        readers.size(),
                        people.downloads().size(),
                        count(evidence, Rung.FALLBACK_HANDED_OVER),
                        count(evidence, Rung.NOTIFICATION_HANDED_OVER)),
                readers,
                measures(evidence),
                List.of("LIKELY_CONSEQUENCES", "CONTACT_POINT", "FURTHER_MEASURES"));
    }

    /** Each person once, and the systems of each copy recipient. */
    private static List<BreachReader> readers(
            Breach breach, List<Delivery> deliveries, List<Evidence> evidence, Readers readers) {
        List<BreachReader> all = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            readers.people().stream()
                    .filter(reader -> reader.deliveryId().equals(delivery.id()))
                    .map(reader -> new BreachReader(
                            pseudonym(breach, delivery, reader.reader()),
                            reader.role().name(),
                            reader.at(),
                            readers.downloads(delivery.id(), reader.reader())))
                    .forEach(all::add);
            evidence.stream()
                    .filter(proof -> proof.deliveryId().equals(delivery.id()) && proof.rung() == Rung.FETCHED)
                    .map(proof -> new BreachReader(
                            pseudonym(breach, delivery, delivery.id()),
                            "COPY_RECIPIENT",
                            proof.at(),
                            readers.downloads(delivery.id(), null)))
                    .forEach(all::add);
        }
        return all;
    }

    /** The same within one breach, and tells nothing across breaches. */
    private static String pseudonym(Breach breach, Delivery delivery, UUID reader) {
        String all = breach.id() + "/" + delivery.id() + "/" + reader;
        return "reader-"
                + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII))
                        .toString()
                        .substring(0, 8);
    }

    /** The last moment at which somebody could still read it, once nobody can. */
    private static @Nullable Instant end(List<Delivery> deliveries, List<Evidence> evidence) {
        List<Evidence> closing = evidence.stream()
                .filter(proof -> proof.rung() == Rung.DISOWNED
                        || (proof.rung() == Rung.RECALLED
                                && !RecallOutcome.MARKED.name().equals(proof.detail())))
                .toList();
        boolean all = deliveries.stream()
                .filter(delivery -> delivery.publishedAt() != null)
                .allMatch(delivery ->
                        closing.stream().anyMatch(proof -> proof.deliveryId().equals(delivery.id())));
        return all
                ? closing.stream()
                        .map(Evidence::at)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    private static List<String> measures(List<Evidence> evidence) {
        List<String> measures = new ArrayList<>();
        if (has(evidence, Rung.RECALLED, RecallOutcome.SEALED) || count(evidence, Rung.DISOWNED) > 0) {
            measures.add("CONTENT_SEALED");
            measures.add("READER_TOLD");
        }
        if (has(evidence, Rung.RECALLED, RecallOutcome.UNOPENED)) {
            measures.add("UNOPENED_COPIES_DESTROYED");
        }
        if (count(evidence, Rung.FALLBACK_HANDED_OVER) > 0) {
            measures.add("PAPER_CANNOT_BE_TAKEN_BACK");
        }
        measures.add("CONTROLLER_TOLD");
        return measures;
    }

    private static boolean has(List<Evidence> evidence, Rung rung, RecallOutcome outcome) {
        return evidence.stream()
                .anyMatch(proof -> proof.rung() == rung && outcome.name().equals(proof.detail()));
    }

    private static long count(List<Evidence> evidence, Rung rung) {
        return evidence.stream().filter(proof -> proof.rung() == rung).count();
    }
}
