package no.brevdue.mailbox.clamd;

import no.brevdue.mailbox.clamd.FakeClamd.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClamdClientTest {

    private final FakeClamd clamd = FakeClamd.start();
    private final ClamdClient client = new ClamdClient(new Patience(clamd.port(), Duration.ofMillis(500)));

    @AfterEach
    void close() {
        clamd.close();
    }

    @Test
    void theScannerSeesEveryByte() throws IOException {
        byte[] large = new byte[300_000];
        byte[] eicar = FakeClamd.EICAR.getBytes(StandardCharsets.US_ASCII);
        assertThat(client.scan(new ByteArrayInputStream(large))).isEqualTo(Verdict.CLEAN);

        System.arraycopy(eicar, 0, large, large.length - eicar.length, eicar.length);

        assertThat(client.scan(new ByteArrayInputStream(large))).isEqualTo(Verdict.INFECTED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void whatIsNoVerdictIsAFailure(Mood mood) {
        clamd.is(mood);
        // More than the buffers of two sockets hold, so that a scanner that does not read is noticed while writing.
        InputStream content = new ByteArrayInputStream(new byte[20_000_000]);

        assertThatThrownBy(() -> client.scan(content)).isInstanceOf(IOException.class);
    }

    @Test
    void aScannerThatIsAwayIsAFailure() throws IOException {
        int nobodysPort;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobodysPort = closed.getLocalPort();
        }
        ClamdClient alone = new ClamdClient(new Patience(nobodysPort, Duration.ofMillis(500)));

        assertThatThrownBy(() -> alone.scan(InputStream.nullInputStream())).isInstanceOf(IOException.class);
    }

    private record Patience(int port, Duration timeout) implements ClamdConfig {

        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public Duration connectTimeout() {
            return timeout;
        }
    }
}
