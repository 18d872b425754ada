package no.brevdue.mailbox.clamd;

import org.jboss.logging.Logger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;

/** Speaks clamd's INSTREAM: pieces with their length before them, an empty one at the end, then one line back. */
@ApplicationScoped
public class ClamdClient {

    private static final Logger LOGGER = Logger.getLogger(ClamdClient.class);
    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final ClamdConfig config;

    ClamdClient(ClamdConfig config) {
        this.config = config;
    }

    /** The longest that a scan can take. */
    public Duration patience() {
        return config.connectTimeout().plus(config.timeout());
    }

    /**
     * Lets the scanner see all of {@code content}.
     *
     * @throws IOException if there is no verdict: no scanner, no answer in time, or an answer that is neither "OK" nor
     *     "FOUND". Nobody may take that for clean.
     */
    public Verdict scan(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(config.host(), config.port()),
                    Math.toIntExact(config.connectTimeout().toMillis()));
            // A socket has a timeout for reading only; a scanner that stops listening would hold us in a write for
            // ever.
            CompletableFuture.delayedExecutor(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> close(socket));
            send(content, socket.getOutputStream());
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static void send(InputStream content, OutputStream scanner) throws IOException {
        DataOutputStream out = new DataOutputStream(scanner);
        out.write(INSTREAM);
        byte[] piece = new byte[PIECE];
        for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
            if (length > 0) {
                out.writeInt(length);
                out.write(piece, 0, length);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream scanner) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = scanner.read(); next > 0 && answer.size() < LONGEST_ANSWER; next = scanner.read()) {
            answer.write(next);
        }
        return answer.toString(StandardCharsets.US_ASCII);
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Verdict.INFECTED;
        }
        throw new IOException("The scanner gave no verdict");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            LOGGER.debug("The connection to the scanner did not close", failure);
        }
    }
}
