package no.brevdue.mailbox.webhook;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts to one endpoint, over one connection for as long as its server keeps it: a new one for each notice would cost two more
 * round trips. What is answered decides by its status alone; nothing is followed, and the rest is read only to find its end.
 */
final class WebhookLine implements AutoCloseable {

    static final Duration TO_ANSWER = Duration.ofSeconds(15);

    private static final Logger LOGGER = Logger.getLogger(WebhookLine.class);

    /** Whoever has hung up while nothing was said shows it at once. */
    private static final Duration HUNG_UP_WITHIN = Duration.ofSeconds(1);

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})");
    private static final int STATUS_LENGTH = "HTTP/1.1 200".length();
    private static final int GONE = 410;

    private final Dial dial;
    private @Nullable Peer peer;

    WebhookLine(Dial dial) {
        this.dial = dial;
    }

    /** Empty if the address must not be dialled. */
    interface Dial {
        Optional<Peer> dial() throws IOException;
    }

    /** Somebody's server at the other end. */
    record Peer(Socket socket, Target target, InputStream in) {

        Peer(Socket socket, Target target) throws IOException {
            this(socket, target, new BufferedInputStream(socket.getInputStream()));
        }
    }

    Outcome post(Map<String, String> headers, String body) {
        try {
            Optional<Outcome> overKeptOne = postOverKept(headers, body);
            return overKeptOne.isPresent() ? overKeptOne.get() : postOverNew(headers, body);
        } catch (IOException failure) {
            LOGGER.debugf(failure, "A webhook endpoint was not reached");
            close();
            return Outcome.UNREACHABLE;
        }
    }

    /** Empty if there is none, or its server had closed it. If it took the notice all the same it gets it twice, under one id. */
    private Optional<Outcome> postOverKept(Map<String, String> headers, String body) throws IOException {
        if (peer == null) {
            return Optional.empty();
        }
        long begun = System.nanoTime();
        try {
            return Optional.of(exchange(peer, headers, body));
        } catch (IOException failure) {
            close();
            if (System.nanoTime() - begun > HUNG_UP_WITHIN.toNanos()) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private Outcome postOverNew(Map<String, String> headers, String body) throws IOException {
        Optional<Peer> dialled = dial.dial();
        if (dialled.isEmpty()) {
            return Outcome.NOT_PUBLIC;
        }
        peer = dialled.get();
        return exchange(peer, headers, body);
    }

    /** A peer that sends an octet now and then would keep every single read in time: the whole exchange has an end. */
    private Outcome exchange(Peer with, Map<String, String> headers, String body) throws IOException {
        Thread end = Thread.ofVirtual().start(() -> closeAfter(TO_ANSWER, with.socket()));
        try {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("POST " + with.target().path() + " HTTP/1.1\r\nHost: "
                    + with.target().authority() + "\r\nUser-Agent: Brevdue\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + content.length + "\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            with.socket()
                    .getOutputStream()
                    .write(head.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8));
            with.socket().getOutputStream().flush();
            return outcome(with);
        } finally {
            end.interrupt();
        }
    }

    private Outcome outcome(Peer with) throws IOException {
        byte[] start = with.in().readNBytes(STATUS_LENGTH);
        if (start.length == 0) {
            throw new IOException("The endpoint has hung up");
        }
        Matcher line = STATUS.matcher(new String(start, StandardCharsets.ISO_8859_1));
        int status = line.matches() ? Integer.parseInt(line.group(1)) : 0;
        if (status / 100 == 2) {
            if (!AnswerEnd.isFound(with.in(), status)) {
                close();
            }
            return Outcome.DELIVERED;
        }
        close();
        return status == GONE ? Outcome.GONE : Outcome.REFUSED;
    }

    private static void closeAfter(Duration time, Socket socket) {
        try {
            Thread.sleep(time);
            socket.close();
        } catch (InterruptedException inTime) {
            // The exchange has ended.
        } catch (IOException alreadyClosed) {
            LOGGER.debugf(alreadyClosed, "A webhook connection was closed already");
        }
    }

    /** Hangs up; the next notice dials anew. */
    @Override
    public void close() {
        if (peer != null) {
            try {
                peer.socket().close();
            } catch (IOException alreadyClosed) {
                LOGGER.debugf(alreadyClosed, "A webhook connection was closed already");
            }
            peer = null;
        }
    }
}
