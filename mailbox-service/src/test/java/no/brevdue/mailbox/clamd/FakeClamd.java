package no.brevdue.mailbox.clamd;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks clamd's INSTREAM and knows one signature, the EICAR test file. It has bad days. */
public final class FakeClamd implements AutoCloseable {

    /** In parts, so that no scanner takes this source for the test file. */
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** How it treats whoever connects. */
    public enum Mood {
        WELL,
        HANGS_UP,
        READS_NOTHING,
        ANSWERS_NOTHING,
        ANSWERS_NONSENSE,
        FINDS_IT_TOO_LARGE
    }

    private final ServerSocket socket;
    private final List<Socket> sessions = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    private FakeClamd(ServerSocket socket) {
        this.socket = socket;
    }

    public static FakeClamd start() {
        try {
            FakeClamd clamd = new FakeClamd(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("fake-clamd").start(clamd::accept);
            return clamd;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void is(Mood other) {
        mood = other;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket session : sessions) {
                session.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket session = socket.accept();
                sessions.add(session);
                serve(session);
            } catch (IOException gone) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void serve(Socket session) throws IOException {
        switch (mood) {
            case WELL -> answer(session, scan(session) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
            case HANGS_UP -> session.close();
            case READS_NOTHING -> {}
            case ANSWERS_NOTHING -> {
                boolean unused = scan(session);
            }
            case ANSWERS_NONSENSE -> {
                boolean unused = scan(session);
                answer(session, "stream: OKAY");
            }
            case FINDS_IT_TOO_LARGE -> answer(session, "INSTREAM size limit exceeded. ERROR");
        }
    }

    private static boolean scan(Socket session) throws IOException {
        DataInputStream in = new DataInputStream(session.getInputStream());
        in.skipNBytes("zINSTREAM\0".length());
        StringBuilder all = new StringBuilder();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            all.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return all.indexOf(EICAR) >= 0;
    }

    private static void answer(Socket session, String text) throws IOException {
        try (session) {
            OutputStream out = session.getOutputStream();
            out.write((text + '\0').getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
