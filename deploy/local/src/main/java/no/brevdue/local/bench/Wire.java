package no.brevdue.local.bench;

import no.brevdue.local.stack.Service;
import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept open and speaks as much HTTP/1.1 as our own services answer. A general client would take about
 * as much time as what is measured, and of the same two cores.
 */
final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final String token;
    private final Socket socket;
    private final InputStream in;

    private Wire(String token, Socket socket) throws IOException {
        this.token = token;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    static Wire open(Service service, String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return new Wire(token, socket);
    }

    Reply get(String path) throws IOException {
        return exchange("GET", path, "", null);
    }

    Reply post(String path, String idempotencyKey, String json) throws IOException {
        return exchange("POST", path, "Idempotency-Key: " + idempotencyKey + "\r\n", json);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Reply exchange(String method, String path, String header, @Nullable String json) throws IOException {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                        + header
                        + (json == null
                                ? "\r\n"
                                : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        return reply();
    }

    private Reply reply() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean inChunks = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (name.equals("content-length")) {
                length = Integer.parseInt(value);
            }
            inChunks |= name.equals("transfer-encoding") && value.equalsIgnoreCase("chunked");
        }
        return new Reply(status, inChunks ? chunks() : in.readNBytes(length));
    }

    /** What is too large for one buffer has no length before it ends. */
    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(size));
            String unused = line();
        } while (size > 0);
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    record Reply(int status, byte[] body) {

        byte[] require(int expected) throws IOException {
            if (status != expected) {
                throw new IOException("The API answers " + status + " " + new String(body, StandardCharsets.UTF_8));
            }
            return body;
        }
    }
}
