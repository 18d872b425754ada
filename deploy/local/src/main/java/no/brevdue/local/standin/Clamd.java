package no.brevdue.local.standin;

import com.sun.net.httpserver.HttpExchange;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Speaks clamd's protocol (PING, VERSION, INSTREAM in their {@code n} and {@code z} forms), and knows exactly one signature:
 * the EICAR test file. It is no virus scanner. Over HTTP it can be told to hold its answers, and to let them go:
 * {@code POST {"hold":true}}.
 */
public final class Clamd implements AutoCloseable, StandInServer.Endpoint {

    /** In two parts, so that no scanner takes these sources for the test file. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final int LARGEST_COMMAND = 64;
    private static final int LARGEST_CHUNK = 1 << 20;
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(20);

    private final ServerSocket socket;
    private final long largestStream;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private Clamd(ServerSocket socket, long largestStream) {
        this.socket = socket;
        this.largestStream = largestStream;
    }

    /** Port 0 takes any free one. */
    public static Clamd start(int port, long largestStream) throws IOException {
        Clamd clamd = new Clamd(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), largestStream);
        Thread.ofVirtual().name("clamd").start(clamd::accept);
        return clamd;
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        boolean hold = StandInServer.JSON
                .readTree(request.getRequestBody())
                .path("hold")
                .asBoolean();
        CountDownLatch before = held;
        held = new CountDownLatch(hold ? 1 : 0);
        before.countDown();
        return StandInServer.Reply.status(204);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().name("clamd-session").start(() -> serve(client));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            int form = in.read();
            char end = form == 'z' ? '\0' : '\n';
            String command = (form == 'z' || form == 'n' ? "" : Character.toString(form)) + command(in, end);
            answer(client.getOutputStream(), reply(command, in), end);
        } catch (IOException gone) {
            // The client hung up: there is nobody left to tell.
        }
    }

    private static String command(InputStream in, char end) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int next = in.read(); next != end && next >= 0; next = in.read()) {
            if (command.length() == LARGEST_COMMAND) {
                return "";
            }
            command.append((char) next);
        }
        return command.toString();
    }

    private String reply(String command, DataInputStream in) throws IOException {
        return switch (command) {
            case "PING" -> "PONG";
            case "VERSION" -> "ClamAV 1.4.0/EICAR only";
            case "INSTREAM" -> scan(in);
            default -> "UNKNOWN COMMAND";
        };
    }

    private String scan(DataInputStream in) throws IOException {
        long size = 0;
        boolean found = false;
        String unseenEnd = "";
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            size += length;
            if (length < 0 || length > LARGEST_CHUNK || size > largestStream) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            String text = unseenEnd + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
            found |= text.contains(EICAR);
            unseenEnd = text.substring(Math.max(0, text.length() - EICAR.length() + 1));
        }
        waitUntilLetGo();
        return found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    private void waitUntilLetGo() throws IOException {
        try {
            boolean unused = held.await(LONGEST_HOLD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void answer(OutputStream out, String reply, char end) throws IOException {
        out.write((reply + end).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
