package no.brevdue.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The place a ciphertext belongs to: it opens nowhere else. Two different places never have the same bytes. */
public final class AssociatedData {

    private AssociatedData() {}

    /**
     * Names a place by what is encrypted there and by the ids it belongs to.
     *
     * @param field a fixed word of at most 127 ASCII letters
     */
    public static byte[] of(String field, UUID... ids) {
        byte[] name = field.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer place = ByteBuffer.allocate(1 + name.length + ids.length * 2 * Long.BYTES)
                .put(lengthOf(name))
                .put(name);
        for (UUID id : ids) {
            place.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return place.array();
    }

    private static byte lengthOf(byte[] name) {
        if (name.length > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("A field name has at most 127 letters.");
        }
        return (byte) name.length;
    }
}
