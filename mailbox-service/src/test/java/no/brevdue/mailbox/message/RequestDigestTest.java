package no.brevdue.mailbox.message;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import static org.assertj.core.api.Assertions.assertThat;

class RequestDigestTest {

    private static final String LETTER = """
            {"title": "Innkalling", "body": "Du har time.", "reference": "R1", "language": "nb", "purpose": "TREATMENT",
             "recipient": {"nationalIdentityNumber": "20914695016"}""";

    /** It must stay so: whoever repeats a request after a release must find its letter. */
    private static final String HASHED = "{\"body\":\"Du har time.\",\"fallback\":\"TELL_ME\",\"language\":\"nb\","
            + "\"parentVisibility\":\"HIDDEN\",\"purpose\":\"TREATMENT\",\"recipient\":{\"nationalIdentityNumber\":"
            + "\"20914695016\"},\"reference\":\"R1\",\"title\":\"Innkalling\"}";

    @Test
    void whatNobodyHasNamedIsNoPartOfIt() throws Exception {
        byte[] hashed = MessageDigest.getInstance("SHA-256").digest(HASHED.getBytes(StandardCharsets.UTF_8));

        assertThat(digest(LETTER + "}")).isEqualTo(hashed);
        assertThat(digest(LETTER + ", \"copies\": [], \"confirmationRequired\": false, \"actBy\": null}"))
                .isEqualTo(hashed);
        assertThat(digest(LETTER + ", \"confirmationRequired\": true}")).isNotEqualTo(hashed);
    }

    private static byte[] digest(String json) throws Exception {
        return RequestDigest.of(
                JsonMapper.builder().addModule(new JavaTimeModule()).build().readValue(json, SendMessageRequest.class));
    }
}
