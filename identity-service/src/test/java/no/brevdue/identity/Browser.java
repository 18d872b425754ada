package no.brevdue.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.testing.Tokens;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;

/** The browser of somebody who logs in anew at the test's own ID-porten. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Browser() {}

    /** A handle that is good once for the operation. */
    public static String stepUp(String number, String operation) {
        String page = callback(logIn(loginPage(number, operation), login(number)));
        return page.substring(page.indexOf("#step-up=") + "#step-up=".length());
    }

    /** Where ID-porten wants the person to log in. */
    public static URI loginPage(String number, String operation) {
        return URI.create(given().auth()
                .oauth2(Tokens.citizen(number).sign())
                .contentType("application/json")
                .body(Map.of("operation", operation))
                .post("/v1/me/step-ups")
                .then()
                .statusCode(201)
                .extract()
                .path("loginPage"));
    }

    /** What ID-porten says of somebody who logs in at this moment. */
    public static Map<String, Object> login(String number) {
        return new HashMap<>(
                Map.of("pid", number, "acr", Level.HIGH.acr(), "auth_time", System.currentTimeMillis() / 1000));
    }

    /** Logs in with these claims; returns where ID-porten sends the browser. */
    public static URI logIn(URI loginPage, Map<String, Object> claims) {
        HttpRequest form = HttpRequest.newBuilder(loginPage)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=somebody&claims=" + URLEncoder.encode(json(claims), StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(form, HttpResponse.BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException("ID-porten answers " + answer.statusCode())));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Follows ID-porten's answer to our callback; returns where that sends the browser. */
    public static String callback(URI answer) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(answer.getRawPath() + "?" + answer.getRawQuery())
                .then()
                .statusCode(303)
                .header("Cache-Control", "no-store")
                .extract()
                .header("Location");
    }

    private static String json(Map<String, Object> claims) {
        try {
            return new ObjectMapper().writeValueAsString(claims);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
