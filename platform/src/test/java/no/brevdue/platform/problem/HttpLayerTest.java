package no.brevdue.platform.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import no.brevdue.platform.probe.ProbeProfile;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** Speaks HTTP byte by byte, because no client would send what is refused here. */
@QuarkusTest
@TestProfile(ProbeProfile.class)
class HttpLayerTest {

    private static final int LIMIT = 1 << 20;

    @Test
    void whatFailsBelowJaxRsIsAProblemToo() throws IOException {
        assertProblem(exchange("GET /below/400 HTTP/1.1\r\n"), 400, 1001);
        assertProblem(exchange("GET /below/404 HTTP/1.1\r\n"), 404, 1020);
        assertProblem(exchange("GET /below/500 HTTP/1.1\r\n"), 500, 1000);
    }

    /** Quarkus refuses it before anything of ours runs; without a body, but also without a word too many. */
    @Test
    void anAddressThatIsNoUriIsRefused() throws IOException {
        assertThat(exchange("GET /probe/%zz HTTP/1.1\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("content-length: 0");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() throws IOException {
        assertProblem(
                exchange("PUT /probe/content HTTP/1.1\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Length: " + (LIMIT + 1) + "\r\n"),
                413,
                1008);
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhereItBecomesTooLarge() throws IOException {
        assertProblem(exchange(chunked(LIMIT + 1)), 413, 1008);
    }

    @Test
    void aBodyOfUnknownLengthWithinTheLimitIsRead() throws IOException {
        assertThat(exchange(chunked(LIMIT))).startsWith("HTTP/1.1 200").endsWith("{\"octets\":" + LIMIT + "}");
    }

    private static String chunked(int length) {
        return "PUT /probe/content HTTP/1.1\r\nContent-Type: application/octet-stream\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n" + "a".repeat(length)
                + "\r\n0\r\n";
    }

    private static String exchange(String request) throws IOException {
        String named = request.replaceFirst("\r\n", "\r\nHost: localhost\r\nConnection: close\r\n");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write((named + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(String response, int status, int code) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"BD-" + code + "\"")
                .doesNotContain("secret");
    }
}
