package no.brevdue.mailbox.attachment;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import no.brevdue.platform.testing.Tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static org.assertj.core.api.Assertions.assertThat;

/** A clinic's system that brings attachments. */
public final class Uploads {

    static final String ADDRESS = "/v1/sender/attachments";

    private Uploads() {}

    /** A file that begins like a PDF and goes on at random, always the same for one size. */
    static byte[] pdf(int size) {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        byte[] beginning = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, file, 0, beginning.length);
        return file;
    }

    public static byte[] pdfWith(String text) {
        return ("%PDF-1.7 " + text).getBytes(StandardCharsets.US_ASCII);
    }

    /** A true announcement, to change one thing about. */
    static Map<String, Object> announcementOf(byte[] file) {
        Map<String, Object> announcement = new HashMap<>();
        announcement.put("fileName", "Prøvesvar.pdf");
        announcement.put("contentType", "application/pdf");
        announcement.put("size", file.length);
        announcement.put("sha256", sha256(file));
        return announcement;
    }

    static ValidatableResponse announce(Map<String, Object> announcement) {
        return clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(announcement)
                .post(ADDRESS)
                .then();
    }

    static String announced(Map<String, Object> announcement) {
        return announce(announcement).statusCode(201).extract().path("attachmentId");
    }

    /** Past RestAssured, which would write every byte of a body as text, for a log that nobody asked for. */
    static HttpResponse<String> upload(String organization, String id, byte[] file) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + ADDRESS + "/" + id + "/content"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Tokens.clientSystem(organization, "brevdue:letters.write")
                                        .sign())
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** {@code 204}, or the status and code of the problem. */
    static String upload(String id, byte[] file) {
        HttpResponse<String> answer = upload(CLINIC, id, file);
        return answer.statusCode()
                + (answer.body().isEmpty()
                        ? ""
                        : " " + JsonPath.from(answer.body()).getString("code"));
    }

    public static String uploaded(byte[] file) {
        String id = announced(announcementOf(file));
        assertThat(upload(id, file)).isEqualTo("204");
        return id;
    }

    static String state(String id) {
        return clinic(CLINIC)
                .get(ADDRESS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
