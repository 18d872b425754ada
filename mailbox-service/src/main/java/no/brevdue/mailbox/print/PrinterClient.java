package no.brevdue.mailbox.print;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.HybridEncrypt;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.KeysetFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The printing house: {@code PUT /print-jobs/{id}} with a PDF sealed to its key (HPKE, bound to the id), and
 * {@code GET /print-jobs/{id}} for what has become of it. The same id again is the same job. A test says so in the address
 * ({@code ?test=true}) and in what the seal is bound to.
 */
@ApplicationScoped
public class PrinterClient {

    private static final Logger LOGGER = Logger.getLogger(PrinterClient.class);

    /** What came of a hand-over. */
    public enum HandOver {
        ACCEPTED,
        REFUSED,
        /** Nobody knows; the same job is handed over again. */
        AWAY
    }

    /** What has become of a job. */
    public enum Progress {
        AT_WORK,
        DISPATCHED,
        RETURNED,
        REJECTED,
        /** A test has been through all the machines, and was destroyed. Of a letter nobody may say so. */
        TESTED,
        /** The printer has no such job, or has lost it. */
        UNKNOWN,
        AWAY
    }

    private final PrintConfig config;
    private final ObjectMapper json;
    private final HttpClient http;
    private final @Nullable HybridEncrypt toPrinter;

    PrinterClient(
            PrintConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "brevdue.keys.printer-public") Optional<KeysetFile> publicKey) {
        this.config = config;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
        this.toPrinter =
                publicKey.map(key -> key.primitive(HybridEncrypt.class)).orElse(null);
    }

    HandOver print(UUID id, byte[] pdf) {
        return handOver(id, "", "print", pdf);
    }

    HandOver printTest(UUID id, byte[] pdf) {
        return handOver(id, "?test=true", "print-test", pdf);
    }

    private HandOver handOver(UUID id, String query, String field, byte[] pdf) {
        try {
            HttpResponse<Void> answer = http.send(
                    job(id + query)
                            .header("Content-Type", "application/octet-stream")
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(seal(field, id, pdf)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return switch (answer.statusCode() / 100) {
                case 2 -> HandOver.ACCEPTED;
                case 4 -> HandOver.REFUSED;
                default -> HandOver.AWAY;
            };
        } catch (IOException away) {
            LOGGER.warnf("The printer could not be reached: %s", away.getClass().getSimpleName());
            return HandOver.AWAY;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return HandOver.AWAY;
        }
    }

    Progress progress(UUID id) {
        try {
            HttpResponse<String> answer =
                    http.send(job(id.toString()).GET().build(), HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> read(json.readTree(answer.body()).path("state").asText());
                case 404 -> Progress.UNKNOWN;
                default -> Progress.AWAY;
            };
        } catch (IOException away) {
            LOGGER.warnf("The printer could not be asked: %s", away.getClass().getSimpleName());
            return Progress.AWAY;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Progress.AWAY;
        }
    }

    private static Progress read(String state) {
        return switch (state) {
            case "ACCEPTED", "PRODUCED" -> Progress.AT_WORK;
            case "DISPATCHED" -> Progress.DISPATCHED;
            case "RETURNED" -> Progress.RETURNED;
            case "REJECTED" -> Progress.REJECTED;
            case "TESTED" -> Progress.TESTED;
            default -> Progress.AWAY;
        };
    }

    private HttpRequest.Builder job(String which) {
        return HttpRequest.newBuilder(URI.create(config.url().orElseThrow() + "/print-jobs/" + which))
                .timeout(config.timeout());
    }

    private byte[] seal(String field, UUID id, byte[] pdf) throws IOException {
        if (toPrinter == null) {
            throw new IOException("There is no key of the printer.");
        }
        try {
            return toPrinter.encrypt(pdf, AssociatedData.of(field, id));
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable);
        }
    }
}
