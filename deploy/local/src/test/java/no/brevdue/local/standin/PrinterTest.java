package no.brevdue.local.standin;

import com.google.crypto.tink.HybridEncrypt;
import com.sun.net.httpserver.HttpServer;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.KeyFiles;
import no.brevdue.platform.crypto.KeysetFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** A printing house that is started anew for each request: it remembers what it has in hand. */
class PrinterTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] PAGE = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private final UUID job = UUID.randomUUID();
    private Path letters;
    private HybridEncrypt toPrinter;
    private HttpServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        KeyFiles.generate(directory);
        letters = directory.resolve("print");
        toPrinter = KeysetFile.of(directory.resolve("printer-public.json").toString())
                .primitive(HybridEncrypt.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/print-jobs", exchange -> {
            try (exchange) {
                StandInServer.Reply reply =
                        new Printer(directory.resolve("printer-private.json"), letters).answer(exchange);
                byte[] body = String.valueOf(reply.body()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), reply.body() == null ? -1 : body.length);
                if (reply.body() != null) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aLetterIsOneJobHoweverOftenItIsHandedOverAndIsKnownUntilItComesBack() throws Exception {
        Path halfWritten = letters.resolve(job + ".state.new");
        Files.createDirectories(letters);
        Files.createFile(halfWritten);
        assertThat(progress().statusCode()).as("killed meanwhile").isEqualTo(404);
        assertThat(all()).doesNotContain(job.toString());

        assertThat(put("", "print").statusCode()).isEqualTo(202);
        assertThat(halfWritten).doesNotExist();
        assertThat(progress().body()).contains("ACCEPTED");
        assertThat(put("", "print").statusCode()).isEqualTo(202);
        assertThat(progress().body()).contains("DISPATCHED");
        assertThat(send(request("").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(204);

        assertThat(progress().body()).contains("RETURNED");
        assertThat(all()).contains(job.toString());
        assertThat(Files.readAllBytes(letters.resolve(job + ".pdf"))).isEqualTo(PAGE);
    }

    @Test
    void aTestIsDestroyedAndNeitherIsTakenForTheOther() throws Exception {
        assertThat(put("", "print-test").statusCode()).isEqualTo(400);
        assertThat(put("?test=true", "print").statusCode()).isEqualTo(400);
        assertThat(progress().statusCode()).isEqualTo(404);

        assertThat(put("?test=true", "print-test").statusCode()).isEqualTo(202);

        assertThat(progress().body()).contains("TESTED");
        assertThat(all()).doesNotContain(job.toString());
        assertThat(letters.resolve(job + ".pdf")).doesNotExist();
    }

    private HttpResponse<String> put(String query, String field) throws Exception {
        byte[] sealed = toPrinter.encrypt(PAGE, AssociatedData.of(field, job));
        return send(request(query).PUT(BodyPublishers.ofByteArray(sealed)));
    }

    private HttpResponse<String> progress() throws Exception {
        return send(request("").GET());
    }

    private String all() throws Exception {
        return send(HttpRequest.newBuilder(at("")).GET()).body();
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(at("/" + job + query));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/print-jobs" + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
