package no.brevdue.audit.access;

import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class CursorTest {

    @Test
    void aCursorComesBackAsItWasGiven() {
        Cursor cursor = new Cursor(Instant.parse("2026-03-02T09:31:02.123456Z"), 42);

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }
}
