package no.brevdue.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes everything but one command, and hangs up without a goodbye. */
public final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket door;
    private final Thread listener;
    private final String command;
    private final String reply;

    public RefusingMailServer(int port, String command, String reply) throws IOException {
        this.door = new ServerSocket(port, 10, InetAddress.getByName("localhost"));
        this.command = command;
        this.reply = reply;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /** Returns once the port is free again: a socket stays open as long as somebody waits at it. */
    @Override
    public void close() throws IOException {
        door.close();
        try {
            listener.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
            boolean data = false;
            for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
                if (!data || line.equals(".")) {
                    data = line.equals("DATA");
                    say(out, line.startsWith(command) ? reply : data ? "354 go on" : "250 yes");
                }
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
