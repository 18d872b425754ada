package no.brevdue.local.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The fixed ports of what surrounds the services; everything listens on the loopback address only. */
public enum Port {
    POSTGRES(8120, "PostgreSQL"),
    KAFKA(8121, "Kafka"),
    ISSUERS(8122, "the login issuers"),
    KAFKA_CONTROLLER(8123, "the Kafka controller"),
    STAND_INS(8130, "the stand-ins"),
    CLAMD(8131, "the virus scanner"),
    SMTP(8132, "the mail sink");

    private final int number;
    private final String user;

    Port(int number, String user) {
        this.number = number;
        this.user = user;
    }

    public int number() {
        return number;
    }

    public String user() {
        return user;
    }

    /** Says in one sentence who needs a port that somebody else has. */
    public static void requireFree(int number, String user) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException taken) {
            throw new LocalProblem(
                    "Port %d, which %s needs, is taken: stop the program that uses it (lsof -i :%d names it) and try again."
                            .formatted(number, user, number),
                    taken);
        }
    }

    public static boolean isOpen(int number) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
