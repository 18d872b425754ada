package no.brevdue.local.standin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class ClamdTest {

    private Clamd clamd;

    @BeforeEach
    void start() throws IOException {
        clamd = Clamd.start(0, 4096);
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void cleanContentPasses() throws IOException {
        assertThat(scan("%PDF-1.7 nothing to see")).isEqualTo("stream: OK\0");
    }

    @Test
    void theTestFileIsFound() throws IOException {
        assertThat(scan(Clamd.EICAR)).isEqualTo("stream: Eicar-Test-Signature FOUND\0");
    }

    @Test
    void theTestFileIsFoundAcrossChunks() throws IOException {
        String text = "before " + Clamd.EICAR;

        assertThat(scan(text.substring(0, 20), text.substring(20))).isEqualTo("stream: Eicar-Test-Signature FOUND\0");
    }

    @Test
    void aStreamThatIsTooLargeIsAnErrorAndNotClean() throws IOException {
        assertThat(scan("x".repeat(3000), "x".repeat(3000))).isEqualTo("INSTREAM size limit exceeded. ERROR\0");
    }

    @Test
    void theAnswerEndsAsTheQuestionDid() throws IOException {
        assertThat(ask("zPING\0")).isEqualTo("PONG\0");
        assertThat(ask("nVERSION\n")).isEqualTo("ClamAV 1.4.0/EICAR only\n");
        assertThat(ask("PING\n")).isEqualTo("PONG\n");
    }

    private String scan(String... chunks) throws IOException {
        try (Socket socket = connect()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.ISO_8859_1));
            for (String chunk : chunks) {
                out.writeInt(chunk.length());
                out.write(chunk.getBytes(StandardCharsets.ISO_8859_1));
            }
            out.writeInt(0);
            return answer(socket);
        }
    }

    private String ask(String command) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(command.getBytes(StandardCharsets.ISO_8859_1));
            return answer(socket);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), clamd.port());
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
