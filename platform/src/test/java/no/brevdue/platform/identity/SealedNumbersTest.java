package no.brevdue.platform.identity;

import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.platform.crypto.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealedNumbersTest {

    private static final NationalIdentityNumber KARI = SyntheticNumbers.person(0);
    private static final NationalIdentityNumber OLA = SyntheticNumbers.person(1);
    private static final UUID REQUEST = new UUID(0, 1);
    private static final UUID OTHER_REQUEST = new UUID(0, 2);

    private TestKeys keys;
    private Aliases aliases;
    private SealedNumbers sealedNumbers;
    private UUID karisAlias;

    @BeforeEach
    void makeKeys(@TempDir Path directory) throws IOException {
        keys = TestKeys.in(directory);
        aliases = new Aliases(keys.keyset("alias.json"));
        sealedNumbers = new SealedNumbers(keys.keyset("registration-public.json"));
        karisAlias = aliases.alias(KARI);
    }

    @Test
    void aSealedNumberIsOpenedForItsRequestAndAlias() {
        byte[] sealed = sealedNumbers.seal(KARI, REQUEST, karisAlias);

        assertThat(opener(Environment.TEST).open(sealed, REQUEST, karisAlias)).isEqualTo(KARI);
    }

    @Test
    void theNumberCannotBeSeenInTheSeal() {
        byte[] sealed = sealedNumbers.seal(KARI, REQUEST, karisAlias);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(KARI.value());
        assertThat(sealedNumbers.seal(KARI, REQUEST, karisAlias)).isNotEqualTo(sealed);
    }

    @Test
    void itIsNotOpenedForAnotherRequest() {
        assertRefused(sealedNumbers.seal(KARI, OTHER_REQUEST, karisAlias), karisAlias, RefusalReason.UNREADABLE);
    }

    @Test
    void itIsNotOpenedForAnotherAlias() {
        assertRefused(sealedNumbers.seal(KARI, REQUEST, karisAlias), aliases.alias(OLA), RefusalReason.UNREADABLE);
    }

    @Test
    void aNumberSealedUnderSomebodyElsesAliasIsRefused() {
        assertRefused(sealedNumbers.seal(OLA, REQUEST, karisAlias), karisAlias, RefusalReason.ALIAS_MISMATCH);
    }

    @Test
    void anAlteredSealIsRefused() {
        byte[] sealed = sealedNumbers.seal(KARI, REQUEST, karisAlias);
        sealed[sealed.length - 1] ^= 1;

        assertRefused(sealed, karisAlias, RefusalReason.UNREADABLE);
        assertRefused(new byte[0], karisAlias, RefusalReason.UNREADABLE);
    }

    @Test
    void aNumberThatThisEnvironmentRefusesIsRefusedInASealToo() {
        byte[] sealed = sealedNumbers.seal(KARI, REQUEST, karisAlias);

        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> assertThat(opener(Environment.PRODUCTION).open(sealed, REQUEST, karisAlias))
                        .isNull())
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.UNREADABLE))
                .withMessageNotContaining(KARI.value());
    }

    @Test
    void aSealedNameIsOpenedForItsQuestionAndAliasAndIsNoNumber() {
        byte[] sealed = new SealedNames(keys.keyset("registration-public.json")).seal("Kari Lø", REQUEST, karisAlias);
        NameOpener names = new NameOpener(keys.keyset("registration-private.json"));

        assertThat(names.open(sealed, REQUEST, karisAlias)).isEqualTo("Kari Lø");
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> assertThat(names.open(sealed, OTHER_REQUEST, karisAlias))
                        .isNull());
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> assertThat(names.open(sealed, REQUEST, aliases.alias(OLA)))
                        .isNull());
        assertRefused(sealed, karisAlias, RefusalReason.UNREADABLE);
    }

    private void assertRefused(byte[] sealed, UUID alias, RefusalReason reason) {
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> assertThat(opener(Environment.TEST).open(sealed, REQUEST, alias))
                        .isNull())
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private NumberOpener opener(Environment environment) {
        return new NumberOpener(
                keys.keyset("registration-private.json"), new NationalIdentityNumbers(environment), aliases);
    }
}
