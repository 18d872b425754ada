package no.brevdue.mailbox.batch;

import no.brevdue.mailbox.batch.BatchResult.Item;
import no.brevdue.mailbox.message.MessageService;
import no.brevdue.mailbox.message.SendMessageRequest;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.problem.PlatformProblem;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.problem.Violation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

/**
 * Sends one after another, each in its own transaction and under a key of its own that follows from the batch's key and the
 * letter's reference. A batch that is repeated, or was interrupted half-way, therefore finds its letters again.
 */
@ApplicationScoped
class BatchService {

    private static final int CREATED = 201;

    private final MessageService messages;
    private final Validator validator;

    BatchService(MessageService messages, Validator validator) {
        this.messages = messages;
        this.validator = validator;
    }

    BatchResult send(ClientSystem sender, String key, BatchRequest batch) {
        return BatchResult.of(batch.letters().stream()
                .map(letter -> send(sender, key, letter))
                .toList());
    }

    private Item send(ClientSystem sender, String key, SendMessageRequest letter) {
        try {
            requireValid(letter);
            var status = messages.send(sender, keyOf(key, letter.reference()), letter);
            return new Item(letter.reference(), CREATED, status.messageId(), null, null, List.of());
        } catch (ProblemException refused) {
            return new Item(
                    letter.reference(),
                    refused.type().kind().status(),
                    null,
                    String.format(Locale.ROOT, "BD-%04d", refused.type().code()),
                    refused.detail(),
                    refused.violations());
        }
    }

    private void requireValid(SendMessageRequest letter) {
        List<Violation> violations = validator.validate(letter).stream()
                .map(fault ->
                        new Violation("/" + fault.getPropertyPath().toString().replace('.', '/'), fault.getMessage()))
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::detail))
                .toList();
        if (!violations.isEmpty()) {
            throw PlatformProblem.INVALID_VALUE.because(
                    "A value in the letter is missing or outside its limits.", violations);
        }
    }

    private static String keyOf(String batchKey, String reference) {
        try {
            byte[] both = (batchKey + "\n" + reference).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both);
            return "batch:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
