package no.brevdue.platform.identity;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import no.brevdue.platform.crypto.KeysetFile;
import no.brevdue.platform.identity.NationalIdentityNumber.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Turns a number into the pseudonym that stands for it everywhere. The same number gives the same alias in every
 * service; without the key nobody can tell which number it was. Whoever holds the key could try all numbers: an alias
 * is a pseudonym, not an anonymous value.
 */
@ApplicationScoped
public class Aliases {

    private static final int UUID_LENGTH = 16;

    private final Prf writing;
    private final List<Prf> primaryFirst;

    Aliases(@ConfigProperty(name = "brevdue.keys.alias") KeysetFile keys) {
        PrfSet keyset = keys.primitive(PrfSet.class);
        try {
            var byVersion = keyset.getPrfs();
            int primary = keyset.getPrimaryId();
            this.primaryFirst = byVersion.keySet().stream()
                    .sorted(Comparator.<Integer, Boolean>comparing(version -> version != primary)
                            .thenComparing(Comparator.reverseOrder()))
                    .map(byVersion::get)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The alias keyset cannot be used.", e);
        }
        this.writing = primaryFirst.getFirst();
    }

    /** The alias that new rows and facts carry. */
    public UUID alias(NationalIdentityNumber number) {
        return alias(writing, input(number));
    }

    /** One alias for each key, the one of {@link #alias} first: rows of before a key rotation are found by the others. */
    public List<UUID> allAliases(NationalIdentityNumber number) {
        byte[] input = input(number);
        List<UUID> aliases = new ArrayList<>(primaryFirst.size());
        for (Prf key : primaryFirst) {
            aliases.add(alias(key, input));
        }
        return List.copyOf(aliases);
    }

    private static UUID alias(Prf key, byte[] input) {
        try {
            return version8(key.compute(input, UUID_LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The alias key cannot be used.", e);
        }
    }

    /** RFC 9562, section 5.8: four bits of version, two of variant, and 122 bits that are ours. */
    private static UUID version8(byte[] bytes) {
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] input(NationalIdentityNumber number) {
        return (letter(number.kind()) + number.value()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Spelled out, because renaming a constant must not change every alias there is. */
    private static String letter(Kind kind) {
        return switch (kind) {
            case BIRTH -> "B";
            case D_NUMBER -> "D";
            case COMMON_AID -> "F";
        };
    }
}
