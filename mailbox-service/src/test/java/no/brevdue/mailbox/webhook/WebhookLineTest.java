package no.brevdue.mailbox.webhook;

import no.brevdue.mailbox.webhook.WebhookLine.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** A line to a server that answers what it is told to. */
class WebhookLineTest {

    private static final String KEEPS = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final AtomicInteger dialled = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile String answer = KEEPS;
    private volatile boolean hangsUp;

    private ServerSocket server;
    private WebhookLine line;

    @BeforeEach
    void aServerListens() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        line = new WebhookLine(() -> {
            dialled.incrementAndGet();
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
            return Optional.of(new Peer(socket, new Target("ehr.example.no", 443, "/hook")));
        });
    }

    @AfterEach
    void everybodyHangsUp() throws IOException {
        line.close();
        server.close();
    }

    @Test
    void noticesFollowEachOtherOverOneConnection() {
        tell("one");
        tell("two");
        tell("three");

        assertThat(told).containsExactly("one", "two", "three");
        assertThat(dialled).hasValue(1);
    }

    @Test
    void whereTheServerHangsUpTheNextOneIsDialledAnew() {
        hangsUp = true;

        tell("one");
        tell("two");

        assertThat(told).containsExactly("one", "two");
        assertThat(dialled).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: Close\r\n\r\nok!",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"
            })
    void anAnswerWhoseEndIsUnclearEndsTheConnection(String unclear) {
        answer = unclear;

        tell("one");
        tell("two");

        assertThat(told).containsExactly("one", "two");
        assertThat(dialled).hasValue(2);
    }

    @Test
    void nothingIsFollowed() {
        answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n";

        assertThat(line.post(Map.of(), "one")).isEqualTo(Outcome.REFUSED);
    }

    private void tell(String notice) {
        assertThat(line.post(Map.of(), notice)).isEqualTo(Outcome.DELIVERED);
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                int length = 0;
                for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                    if (header.startsWith("Content-Length: ")) {
                        length = Integer.parseInt(header.substring("Content-Length: ".length()));
                    }
                }
                char[] body = new char[length];
                told.add(new String(body, 0, in.read(body)));
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                if (hangsUp) {
                    return;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
