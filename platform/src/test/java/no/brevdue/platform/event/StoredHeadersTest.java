package no.brevdue.platform.event;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class StoredHeadersTest {

    @Test
    void headersSurviveOctetForOctet() {
        Headers headers = new RecordHeaders()
                .add("ce_type", "no.brevdue.person".getBytes(StandardCharsets.UTF_8))
                .add("two\nlines=", "a=b\r\n\0%æ".getBytes(StandardCharsets.UTF_8))
                .add("no text", new byte[] {0, -1, -128, 10})
                .add("empty", new byte[0])
                .add("absent", null)
                .add("ce_type", new byte[] {1});

        assertThat(StoredHeaders.read(StoredHeaders.write(headers))).isEqualTo(headers);
    }

    @Test
    void whatIsTextStaysLegible() {
        Headers headers = new RecordHeaders().add("ce_source", "identity".getBytes(StandardCharsets.UTF_8));

        assertThat(StoredHeaders.write(headers)).isEqualTo("ce_source=identity\n");
    }
}
