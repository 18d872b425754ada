package no.brevdue.audit.entry;

import no.brevdue.contracts.audit.v1.ActorKind;
import no.brevdue.contracts.audit.v1.Outcome;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalFormTest {

    private static final UUID ENTRY = UUID.fromString("0198c0de-7b1a-7000-8000-000000000050");

    private static final Entry FULL = new Entry(
            ENTRY,
            "mailbox-7",
            12,
            Entries.AT,
            ActorKind.ORGANIZATION,
            "100100703",
            "100100681",
            Entries.KARI,
            "copy-fetched",
            "copy-handling",
            "delivery",
            "0198c0de-7b1a-7000-8000-000000000010",
            "100100673",
            Outcome.DONE);

    private static final Entry SPARSE = new Entry(
            ENTRY,
            "identity-0",
            9_007_199_254_740_991L,
            Entries.AT.minusNanos(123_456_789),
            ActorKind.SERVICE,
            "identity",
            null,
            null,
            "quote\" slash/ back\\ line\n unit\u001f delete\u007f",
            "blåbær",
            "hjerte",
            "💌",
            null,
            Outcome.REFUSED);

    @Test
    void anEntryHasTheApprovedBytes() throws IOException {
        assertThat(text(FULL)).isEqualTo(approved("entry-full.json"));
    }

    @Test
    void absentFieldsAndSpecialCharactersHaveTheApprovedBytes() throws IOException {
        assertThat(text(SPARSE)).isEqualTo(approved("entry-sparse.json"));
    }

    private static String text(Entry entry) {
        return new String(CanonicalForm.of(entry), StandardCharsets.UTF_8);
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = CanonicalFormTest.class.getResourceAsStream("/approved/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
