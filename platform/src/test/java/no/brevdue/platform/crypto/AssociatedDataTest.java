package no.brevdue.platform.crypto;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AssociatedDataTest {

    private static final UUID FIRST = UUID.fromString("61616161-6161-6161-6161-616161616161");
    private static final UUID SECOND = UUID.fromString("62626262-6262-6262-6262-626262626262");

    @Test
    void differentPlacesAreDifferentBytes() {
        // The ids spell sixteen letters a and b: without its length, a name could swallow an id.
        List<byte[]> places = List.of(
                AssociatedData.of("title", FIRST),
                AssociatedData.of("body", FIRST),
                AssociatedData.of("title", SECOND),
                AssociatedData.of("title"),
                AssociatedData.of("titleaaaaaaaaaaaaaaaa"),
                AssociatedData.of("title", FIRST, SECOND),
                AssociatedData.of("title", SECOND, FIRST),
                AssociatedData.of("titleaaaaaaaaaaaaaaaa", SECOND));

        assertThat(places).doesNotHaveDuplicates();
    }

    @Test
    void theBytesNeverChange() {
        assertThat(AssociatedData.of("body", FIRST)).asHexString().isEqualTo("04626F6479" + "61".repeat(16));
    }

    @Test
    void aNameTooLongForItsLengthIsRefused() {
        assertThatThrownBy(() -> assertThat(AssociatedData.of("a".repeat(128))).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
