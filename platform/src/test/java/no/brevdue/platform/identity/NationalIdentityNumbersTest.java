package no.brevdue.platform.identity;

import io.smallrye.config.SmallRyeConfigBuilder;
import no.brevdue.platform.identity.NationalIdentityNumber.Kind;
import no.brevdue.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Arrays;

import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_CHECKSUM;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_DATE;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_LOCAL;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_MALFORMED;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_SYNTHETIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NationalIdentityNumbersTest {

    private final NationalIdentityNumbers production = new NationalIdentityNumbers(Environment.PRODUCTION);
    private final NationalIdentityNumbers test = new NationalIdentityNumbers(Environment.TEST);

    @ParameterizedTest
    @CsvSource({
        "02013299997, BIRTH",
        "30108299920, BIRTH",
        "12050050295, BIRTH",
        "81234567802, COMMON_AID",
        "82345678928, COMMON_AID",
    })
    void knownNumbersAreReadEverywhere(String text, Kind kind) {
        assertThat(production.parse(text).kind()).isEqualTo(kind);
        assertThat(test.parse(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30108299939", "01019012308", "01019012316", "01019012324"})
    void numbersThatWillBeIssuedFrom2032AreReadToday(String text) {
        assertThat(production.parse(text).kind()).isEqualTo(Kind.BIRTH);
    }

    @Test
    void dNumberIsReadAsSuch() {
        String text = SyntheticNumbers.complete("410101001", 0).orElseThrow();

        assertThat(production.parse(text).kind()).isEqualTo(Kind.D_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20914695016", "10915596784", "01669010075"})
    void syntheticNumbersAreReadInTestOnly(String text) {
        assertThat(test.parse(text).kind()).isEqualTo(Kind.BIRTH);

        assertRefused(production, text, IDENTITY_NUMBER_SYNTHETIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"418101001", "419201003", "416601001", "417701001"})
    void syntheticDNumbersAreReadInTestOnly(String nineDigits) {
        String text = SyntheticNumbers.complete(nineDigits, 0).orElseThrow();

        assertThat(test.parse(text).kind()).isEqualTo(Kind.D_NUMBER);
        assertRefused(production, text, IDENTITY_NUMBER_SYNTHETIC);
    }

    @ParameterizedTest
    @CsvSource({
        "02013299997, 1932-01-02, true",
        "02013299997, 2032-01-02, true",
        "02013299997, 1932-02-01, false",
        "20914695016, 1946-11-20, true",
        "20914695016, 1946-11-21, false",
        "81234567802, 1946-11-21, true",
    })
    void theDigitsRuleOutDaysOfBirthAndNoCentury(String text, LocalDate date, boolean possible) {
        assertThat(test.parse(text).allowsBirthOn(date)).isEqualTo(possible);
    }

    @Test
    void aDNumberRulesOutDaysOfBirthToo() {
        var number = production.parse(SyntheticNumbers.complete("410101001", 0).orElseThrow());

        assertThat(number.allowsBirthOn(LocalDate.of(2001, 1, 1))).isTrue();
        assertThat(number.allowsBirthOn(LocalDate.of(2001, 1, 2))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13527248013", "68467038838"})
    void numbersLocalToAnInstitutionAreRefusedEverywhere(String text) {
        assertRefused(production, text, IDENTITY_NUMBER_LOCAL);
        assertRefused(test, text, IDENTITY_NUMBER_LOCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13057444850", "05076600324", "12050050296", "81234567803"})
    void wrongCheckDigitsAreRefused(String text) {
        assertRefused(test, text, IDENTITY_NUMBER_CHECKSUM);
    }

    @Test
    void remaindersOf2032DoNotExtendToCommonAidNumbers() {
        String text = SyntheticNumbers.complete("812345678", 1).orElseThrow();

        assertRefused(test, text, IDENTITY_NUMBER_CHECKSUM);
    }

    @Test
    void remaindersAbove3AreRefused() {
        String text = SyntheticNumbers.complete("010190123", 4).orElseThrow();

        assertRefused(test, text, IDENTITY_NUMBER_CHECKSUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000101001", "320101001", "300201002", "290201001", "310401001", "010001001", "011301001", "013901001",
                "014001001", "015301001", "016501001", "017801001", "018001001", "019301001", "019901001", "400101001",
                "720101001"
            })
    void whatIsNoDateIsRefused(String nineDigits) {
        String text = firstIssuable(nineDigits);

        assertRefused(test, text, IDENTITY_NUMBER_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"290200001", "290204001", "690296001"})
    void leapDaysPassInEveryFourthYearBecauseTheCenturyIsUnknown(String nineDigits) {
        assertThat(test.parse(firstIssuable(nineDigits)).value()).startsWith(nineDigits.substring(0, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2091469501",
                "209146950160",
                "2091469501x",
                "209146 95016",
                " 20914695016",
                "-0914695016",
                "２０９１４６９５０１６",
                "٢٠٩١٤٦٩٥٠١٦",
                "20914695016\n"
            })
    void anythingButElevenDigitsIsMalformed(String text) {
        assertRefused(test, text, IDENTITY_NUMBER_MALFORMED);
    }

    @Test
    void anEnvironmentThatIsNoneIsNotTakenForOne() {
        var config = new SmallRyeConfigBuilder()
                .withDefaultValue("written", "test")
                .withDefaultValue("mistyped", "tset")
                .build();

        assertThat(config.getValue("written", Environment.class)).isEqualTo(Environment.TEST);
        assertThatThrownBy(() -> assertThat(config.getValue("mistyped", Environment.class))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberIsNeverPrinted() {
        NationalIdentityNumber number = test.parse("20914695016");

        assertThat(number).hasToString("***********");
        assertThat("%s".formatted(number)).doesNotContain("209");
    }

    @Test
    void equalNumbersAreEqual() {
        assertThat(test.parse("20914695016"))
                .isEqualTo(test.parse("20914695016"))
                .hasSameHashCodeAs(test.parse("20914695016"))
                .isNotEqualTo(test.parse("10915596784"));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsOwnCode(IdentityNumberProblem problem) {
        assertThat(problem.code()).isBetween(1010, 1019);
        assertThat(Arrays.stream(IdentityNumberProblem.values()).map(IdentityNumberProblem::code))
                .containsOnlyOnce(problem.code());
    }

    /** With the lowest remainder that leaves both check digits below ten. */
    private static String firstIssuable(String nineDigits) {
        for (int remainder = 0; remainder <= 3; remainder++) {
            var complete = SyntheticNumbers.complete(nineDigits, remainder);
            if (complete.isPresent()) {
                return complete.get();
            }
        }
        throw new AssertionError("No check digits fit.");
    }

    private static void assertRefused(NationalIdentityNumbers numbers, String text, IdentityNumberProblem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> assertThat(numbers.parse(text)).isNull())
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(problem))
                .satisfies(refusal -> assertThat(refusal.detail()).doesNotContainPattern("[0-9]{6}"));
    }
}
