package no.brevdue.platform.identity;

import no.brevdue.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrganizationNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"984661185", "922020175", "100100673"})
    void realAndTestOrganisationsAreRead(String text) {
        assertThat(OrganizationNumber.of(text)).hasToString(text);
    }

    @Test
    void tokensCarryTheIso6523Form() {
        OrganizationNumber number = OrganizationNumber.fromIso6523("0192:984661185");

        assertThat(number).isEqualTo(OrganizationNumber.of("984661185"));
        assertThat(number.toIso6523()).isEqualTo("0192:984661185");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "98466118", "9846611850", "98466118x", "９８４６６１１８５", "984661186", "111111112"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> assertThat(OrganizationNumber.of(text)).isNull())
                .satisfies(refusal ->
                        assertThat(refusal.type()).isEqualTo(OrganizationNumberProblem.ORGANIZATION_NUMBER_INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"984661185", "9908:984661185", "0192984661185", "0192:", " 0192:984661185", "0192:984661186"})
    void otherPrefixesAreRefused(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> assertThat(OrganizationNumber.fromIso6523(text)).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"984661185", "922020175"})
    void everyWrongDigitIsNoticed(String text) {
        for (int place = 0; place < text.length(); place++) {
            for (int change = 1; change < 10; change++) {
                char wrong = (char) ('0' + (text.charAt(place) - '0' + change) % 10);
                String mistyped = text.substring(0, place) + wrong + text.substring(place + 1);
                assertThatExceptionOfType(ProblemException.class)
                        .isThrownBy(() ->
                                assertThat(OrganizationNumber.of(mistyped)).isNull());
            }
        }
    }
}
