package no.brevdue.local.home;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortTest {

    @Test
    void aTakenPortIsNamedTogetherWithWhoNeedsItAndWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Port.requireFree(port, "Kafka"))
                    .isInstanceOf(LocalProblem.class)
                    .hasMessage(
                            "Port %1$d, which Kafka needs, is taken: stop the program that uses it"
                                    + " (lsof -i :%1$d names it) and try again.",
                            port);
        }
    }

    @Test
    void aFreePortPasses() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatCode(() -> Port.requireFree(port, "Kafka")).doesNotThrowAnyException();
    }
}
