package no.brevdue.audit.log;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerifierKeyTest {

    /** A key and a checkpoint that another implementation of the same specifications published. */
    private static final String FOREIGN_KEY =
            "sigsum.org:testonly+8de2c54b+AYzzrIWq3UKJHFrprvJyRMsqVGojEvgAIKrT8q4a9zMU";

    private static final String FOREIGN_NOTE = """
            sigsum.org:testonly
            23
            HSt6W8ve4/36xAIf04qDOqaKLaKqSOUqKxLNrkK74+g=

            — sigsum.org:testonly jeLFS4WQDEeTavbiYArHzCQUPXbQ1Y/V8/dKJlBxqOAY4eLhSh3uWNJ8YXp1vs/zR4SDNHI+6UybLmHmFlg/VSf5OAs=
            """;

    @Test
    void anotherImplementationsCheckpointIsUnderstood() {
        Checkpoint checkpoint = Checkpoint.open(FOREIGN_NOTE, VerifierKey.parse(FOREIGN_KEY));

        assertThat(checkpoint.size()).isEqualTo(23);
    }

    @Test
    void aKeyIsWrittenAsItWasRead() {
        assertThat(VerifierKey.parse(FOREIGN_KEY)).hasToString(FOREIGN_KEY);
    }

    @Test
    void aKeyUnderAnotherKeysIdIsRefused() {
        assertThatThrownBy(() -> VerifierKey.parse(FOREIGN_KEY.replace("8de2c54b", "8de2c54c")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneChangedDigitMakesACheckpointUntrusted() {
        VerifierKey key = VerifierKey.parse(FOREIGN_KEY);

        assertThatThrownBy(() -> Checkpoint.open(FOREIGN_NOTE.replace("\n23\n", "\n24\n"), key))
                .isInstanceOf(UntrustedCheckpointException.class);
    }

    @Test
    void aTextWithoutSignatureIsUntrusted() {
        VerifierKey key = VerifierKey.parse(FOREIGN_KEY);

        assertThatThrownBy(() -> Checkpoint.open("sigsum.org:testonly\n23\nHSt6\n", key))
                .isInstanceOf(UntrustedCheckpointException.class);
    }
}
