package no.brevdue.platform.testing;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import jakarta.inject.Inject;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

/** Habits of the house that hold for every line. */
final class CodeRules {

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noCodeUnits()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("no.brevdue.platform.time..")
            .should(Conditions.callNowOf(
                    Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class))
            .orShould(Conditions.call(Clock.class, "system"))
            .orShould(Conditions.call(System.class, "currentTimeMillis"))
            .because("tests set the clock; inject java.time.Clock, or with @RealTime where real time is meant");

    static final ArchRule DEPENDENCIES_ARRIVE_BY_CONSTRUCTOR = fields().should()
            .notBeAnnotatedWith(Inject.class)
            .because("a constructor shows what a class needs and lets a test give it");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Helper|Utils?|Manager|Handler|Dto|Bo)")
            .because("such a name says nothing that its package does not; name the thing");

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .that()
            .areTopLevelClasses()
            .should(Conditions.beInANullMarkedPackage())
            .because("absence is a type here: each package has a package-info.java that says so");

    static final ArchRule NOBODY_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "what is printed has no level, no trace id and no owner; use a Logger");

    static final ArchRule ONE_LOGGER = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because(
            "org.jboss.logging is the one logger of the house");

    private CodeRules() {}
}
