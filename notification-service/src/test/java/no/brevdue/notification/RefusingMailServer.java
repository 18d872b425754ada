package no.brevdue.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that says one thing to every recipient. */
public final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket door;
    private final String replyToRecipient;

    public RefusingMailServer(int port, String replyToRecipient) throws IOException {
        this.door = new ServerSocket(port, 10, InetAddress.getByName("localhost"));
        this.replyToRecipient = replyToRecipient;
        Thread unused = Thread.ofVirtual().start(this::listen);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread unused = Thread.ofVirtual().start(() -> converse(client));
            }
        } catch (IOException closed) {
            // The door was shut: the test is over.
        }
    }

    private void converse(Socket client) {
        try (client;
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(out, line.toUpperCase(Locale.ROOT).startsWith("RCPT") ? replyToRecipient : "250 yes");
            }
        } catch (IOException gone) {
            // The client hung up; the next one gets the same answer.
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
