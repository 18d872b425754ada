package no.brevdue.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.api.SoftAssertions;

import java.net.http.HttpResponse;

/**
 * A call that is right but for one thing, and the problem that must answer it.
 *
 * @param code as {@code BD-1002}; {@link #ANY_CODE} where it depends on the feature
 */
record Attack(String name, Call call, int status, String code) {

    static final String ANY_CODE = "BD-\\d{4}";

    /** What an answer must not repeat: it is in tokens, bodies and addresses. */
    static final String IDENTITY_NUMBER = "20914695016";

    private static final String CLASS_OR_STACK = "(?:[a-z]\\w*\\.){2,}[A-Z]|Exception|\\tat ";
    private static final ObjectMapper JSON = new ObjectMapper();

    void check(SoftAssertions softly) {
        HttpResponse<String> answer = call.send();

        softly.assertThat(summary(answer))
                .as("%s, %s", call.operation(), name)
                .matches(status + " application/problem\\+json " + code);
        softly.assertThat(answer.body())
                .as("%s, %s", call.operation(), name)
                .doesNotContain(IDENTITY_NUMBER)
                .doesNotContainPattern(CLASS_OR_STACK);
    }

    private static String summary(HttpResponse<String> answer) {
        String mediaType = answer.headers().firstValue("Content-Type").orElse("untyped");
        return "%d %s %s".formatted(answer.statusCode(), mediaType.replaceFirst(";.*", ""), code(answer.body()));
    }

    private static String code(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("code").asText("without a code");
        } catch (JsonProcessingException noJson) {
            return "without JSON";
        }
    }
}
