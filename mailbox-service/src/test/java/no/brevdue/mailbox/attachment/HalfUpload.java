package no.brevdue.mailbox.attachment;

import io.restassured.RestAssured;
import no.brevdue.platform.testing.Tokens;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static no.brevdue.mailbox.Mail.CLINIC;

/** An upload that stops halfway, with the line still open. */
final class HalfUpload implements AutoCloseable {

    private final Socket socket;

    HalfUpload(String attachmentId, byte[] file) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        String head = """
                PUT %s/%s/content HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/octet-stream\r
                Content-Length: %d\r
                \r
                """.formatted(
                        Uploads.ADDRESS,
                        attachmentId,
                        Tokens.clientSystem(CLINIC, "brevdue:letters.write").sign(),
                        file.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(file, 0, file.length / 2);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
