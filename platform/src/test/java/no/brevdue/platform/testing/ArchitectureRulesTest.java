package no.brevdue.platform.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import no.brevdue.contracts.bad.FrameworkContract;
import no.brevdue.mailbox.one.One;
import no.brevdue.mailbox.one.QueryingJob;
import no.brevdue.mailbox.one.Transacting;
import no.brevdue.mailbox.two.Two;
import no.brevdue.platform.probe.Offenders;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureRulesTest {

    @TestFactory
    Stream<DynamicTest> thePlatformKeepsTheRules() {
        return ArchitectureRules.of("no.brevdue.platform");
    }

    @TestFactory
    Stream<DynamicTest> theContractsKeepTheRules() {
        return ArchitectureRules.of("no.brevdue.contracts");
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHasTeeth() {
        return Stream.of(
                bites(ModuleRules.CONTRACTS_KNOW_NOBODY, FrameworkContract.class),
                bites(ModuleRules.PLATFORM_KNOWS_NO_SERVICE, Offenders.MailboxAware.class),
                bites(ModuleRules.noServiceKnowsAnother("no.brevdue.mailbox.one"), One.class),
                bites(LayerRules.RESOURCES_CALL_SERVICES, Offenders.QueryingResource.class),
                bites(LayerRules.JOBS_HAVE_NO_SQL, QueryingJob.class),
                bites(LayerRules.REPOSITORIES_ARE_PACKAGE_PRIVATE, Offenders.LetterRepository.class),
                bites(LayerRules.ONLY_USE_CASES_OPEN_TRANSACTIONS, Transacting.class),
                bites(LayerRules.NOBODY_TALKS_PAST_THE_OUTBOX, Offenders.Chatty.class),
                bites(LayerRules.ADDRESSES_DECLARE_CALLERS, Offenders.UndeclaredAddress.class),
                bites(LayerRules.ADDRESSES_DECLARE_CALLERS, Offenders.ScopelessAddress.class),
                bites(LayerRules.NOBODY_IS_MERELY_AUTHENTICATED, Offenders.MerelyAuthenticated.class),
                bites(CodeRules.TIME_COMES_FROM_THE_CLOCK, Offenders.Impatient.class),
                bites(CodeRules.TIME_COMES_FROM_THE_CLOCK, Offenders.ClockMaker.class),
                bites(CodeRules.DEPENDENCIES_ARRIVE_BY_CONSTRUCTOR, Offenders.FieldInjected.class),
                bites(CodeRules.NAMES_SAY_WHAT_A_THING_IS, Offenders.LetterManager.class),
                bites(CodeRules.PACKAGES_ARE_NULL_MARKED, One.class),
                bites(CodeRules.NOBODY_PRINTS, Offenders.Printing.class),
                bites(CodeRules.ONE_LOGGER, Offenders.OddlyLogging.class),
                bites(ModuleRules.featuresFormNoCycle("no.brevdue.mailbox"), One.class, Two.class));
    }

    private static DynamicTest bites(ArchRule rule, Class<?>... culprits) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> assertBroken(rule, culprits));
    }

    private static void assertBroken(ArchRule rule, Class<?>... culprits) {
        JavaClasses imported = new ClassFileImporter().importClasses(culprits);

        assertThatThrownBy(() -> rule.check(imported))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Architecture Violation")
                .hasMessageContaining(culprits[0].getSimpleName());
    }
}
