package no.brevdue.mailbox.message;

import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.mailbox.deadline.ReadingTime;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.FallbackState;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.PlatformProblem;
import no.brevdue.platform.problem.Violation;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A letter that has been checked and is ready to be stored. */
record Draft(
        UUID messageId,
        ClientSystem sender,
        SendMessageRequest request,
        String idempotencyKey,
        NationalIdentityNumber number,
        UUID alias,
        List<OrganizationNumber> copies,
        Instant now) {

    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1800, 1, 1);
    private static final LocalDate LATEST_BIRTH = LocalDate.of(2199, 12, 31);

    static Draft of(
            ClientSystem sender,
            SendMessageRequest request,
            String idempotencyKey,
            NationalIdentityNumber number,
            UUID alias,
            Instant now) {
        List<OrganizationNumber> copies = request.copies().stream()
                .map(copy -> OrganizationNumber.of(copy.organization()))
                .sorted(Comparator.comparing(OrganizationNumber::value))
                .toList();
        Set<OrganizationNumber> different = new HashSet<>(copies);
        if (different.size() < copies.size() || different.contains(sender.consumer())) {
            throw MessageProblem.COPY_REPEATED.because("Each copy recipient is named once and is not the sender.");
        }
        // What is answered now and what is read back from the database later must be the same time.
        Instant stored = now.truncatedTo(ChronoUnit.MICROS);
        if (!ReadingTime.isThinkable(request.notBefore(), now) || !ReadingTime.isThinkable(request.actBy(), now)) {
            throw MessageProblem.TIMES_IMPOSSIBLE.because("notBefore and actBy must be within two years.");
        }
        requireBorn(request.recipient().birthDate());
        if (request.format() == LetterFormat.MARKDOWN) {
            Markdown.require(request.body());
        }
        return new Draft(TimeOrderedId.at(stored), sender, request, idempotencyKey, number, alias, copies, stored);
    }

    private static void requireBorn(@Nullable LocalDate birthDate) {
        if (birthDate != null && (birthDate.isBefore(EARLIEST_BIRTH) || birthDate.isAfter(LATEST_BIRTH))) {
            throw PlatformProblem.INVALID_VALUE.because(
                    "A value in the letter is missing or outside its limits.",
                    List.of(new Violation("/recipient/birthDate", "Nobody was born then.")));
        }
    }

    /** Asked of a new letter only: what was accepted once is answered the same for ever. */
    void requirePossibleTimes() {
        Instant actBy = request.actBy();
        if (actBy != null && actBy.isBefore(earliest().plus(ReadingTime.LEAST))) {
            throw MessageProblem.TIMES_IMPOSSIBLE.because(
                    "actBy must be an hour or more after now and after notBefore.");
        }
        if (earliest().isAfter(now.plus(LONGEST_WAIT))) {
            throw MessageProblem.TIMES_IMPOSSIBLE.because("notBefore must be within a year.");
        }
    }

    Message message(byte[] requestDigest) {
        OrganizationNumber supplier = sender.supplier();
        return new Message(
                messageId,
                messageId,
                sender.consumer().value(),
                supplier == null ? null : supplier.value(),
                request.reference(),
                idempotencyKey,
                requestDigest,
                alias,
                request.purpose(),
                request.language(),
                request.provenance(),
                request.format(),
                request.replyAllowed(),
                request.actBy(),
                now,
                null);
    }

    Map<LetterPart, String> parts() {
        return Map.of(
                LetterPart.TITLE, request.title(),
                LetterPart.BODY, request.body(),
                LetterPart.PATIENT, number.value());
    }

    /** The person's first, then one for each copy by organisation number; a copy recipient always confirms. */
    List<Delivery> deliveries() {
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(delivery(RecipientKind.PERSON, null, request.confirmationRequired()));
        copies.forEach(copy -> deliveries.add(delivery(RecipientKind.ORGANIZATION, copy.value(), true)));
        return deliveries;
    }

    private Delivery delivery(RecipientKind kind, @Nullable String organization, boolean confirmationRequired) {
        boolean person = kind == RecipientKind.PERSON;
        // A copy never goes on paper.
        FallbackPolicy policy = person ? request.fallback() : FallbackPolicy.TELL_ME;
        return new Delivery(
                TimeOrderedId.at(now),
                messageId,
                messageId,
                sender.consumer().value(),
                kind,
                person ? alias : null,
                organization,
                1,
                LetterState.ACCEPTED,
                null,
                FallbackState.NONE,
                null,
                confirmationRequired,
                request.parentVisibility(),
                person ? request.recipient().birthDate() : null,
                policy,
                request.important() || request.purpose() == Purpose.DECISION,
                request.actBy(),
                now,
                request.notBefore(),
                ReadingTime.readBefore(earliest(), request.actBy(), policy),
                null,
                now,
                null,
                null,
                null,
                false);
    }

    /** When the letter can be published at the earliest. */
    private Instant earliest() {
        return request.notBefore() == null || request.notBefore().isBefore(now) ? now : request.notBefore();
    }
}
