package no.brevdue.mailbox.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What makes two requests the same: SHA-256 over their fields in a fixed order, whatever their JSON looked like. */
final class RequestDigest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private RequestDigest() {}

    static byte[] of(SendMessageRequest request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
