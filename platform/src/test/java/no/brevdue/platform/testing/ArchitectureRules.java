package no.brevdue.platform.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;

import java.util.stream.Stream;

/**
 * The rules of the house. A service's whole {@code ArchitectureTest} is a {@code @TestFactory} method that returns
 * {@code ArchitectureRules.of("no.brevdue.mailbox")}.
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** One test for each rule, over the classes of one module, without those of its tests. */
    public static Stream<DynamicTest> of(String module) {
        JavaClasses imported = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/no/brevdue/platform/testing/"))
                .importPackages(module);
        return Stream.of(
                        ModuleRules.CONTRACTS_KNOW_NOBODY,
                        ModuleRules.PLATFORM_KNOWS_NO_SERVICE,
                        ModuleRules.noServiceKnowsAnother(module),
                        ModuleRules.featuresFormNoCycle(module),
                        LayerRules.RESOURCES_CALL_SERVICES,
                        LayerRules.JOBS_HAVE_NO_SQL,
                        LayerRules.REPOSITORIES_ARE_PACKAGE_PRIVATE,
                        LayerRules.ONLY_USE_CASES_OPEN_TRANSACTIONS,
                        LayerRules.NOBODY_TALKS_PAST_THE_OUTBOX,
                        LayerRules.ADDRESSES_DECLARE_CALLERS,
                        LayerRules.NOBODY_IS_MERELY_AUTHENTICATED,
                        CodeRules.TIME_COMES_FROM_THE_CLOCK,
                        CodeRules.DEPENDENCIES_ARRIVE_BY_CONSTRUCTOR,
                        CodeRules.NAMES_SAY_WHAT_A_THING_IS,
                        CodeRules.PACKAGES_ARE_NULL_MARKED,
                        CodeRules.NOBODY_PRINTS,
                        CodeRules.ONE_LOGGER)
                .map(rule -> rule.allowEmptyShould(true))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(imported)));
    }
}
