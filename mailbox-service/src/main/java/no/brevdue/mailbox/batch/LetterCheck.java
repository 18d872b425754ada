package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.mailbox.message.MessageService;
import no.brevdue.mailbox.message.SendMessageRequest;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.problem.JsonFaults;
import no.brevdue.platform.problem.PlatformProblem;
import no.brevdue.platform.problem.Violation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

/** What is asked of each letter of a batch by itself, so that one that is wrong does not refuse the request as a whole. */
@ApplicationScoped
class LetterCheck {

    private final ObjectMapper json;
    private final Validator validator;
    private final MessageService messages;

    LetterCheck(ObjectMapper json, Validator validator, MessageService messages) {
        this.json = json;
        this.validator = validator;
        this.messages = messages;
    }

    /** As strictly as a letter that is sent alone. */
    SendMessageRequest read(JsonNode written) {
        if (!written.isObject()) {
            throw PlatformProblem.WRONG_TYPE.because("A letter is an object.");
        }
        try {
            return json.treeToValue(written, SendMessageRequest.class);
        } catch (JsonProcessingException fault) {
            throw JsonFaults.of(fault);
        }
    }

    void requireValid(SendMessageRequest letter) {
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

    /** All that can be said about a letter without looking at what is stored. */
    void requireAcceptable(ClientSystem sender, SendMessageRequest letter) {
        requireValid(letter);
        messages.check(sender, letter);
    }

    /** The key of a letter follows from the batch's key and its reference: it is the same in every repetition. */
    static String keyOf(String batchKey, String reference) {
        return "batch:" + digest(batchKey, reference);
    }

    /** Another one where all go or none: who repeats the batch without saying so must not overlook that it is to be committed. */
    static String stagedKeyOf(String batchKey, String reference) {
        return "staged:" + digest(batchKey, reference);
    }

    private static String digest(String batchKey, String reference) {
        try {
            byte[] both = (batchKey + "\n" + reference).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
