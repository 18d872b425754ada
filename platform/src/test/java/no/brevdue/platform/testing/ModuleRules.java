package no.brevdue.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may know whom. */
final class ModuleRules {

    static final ArchRule CONTRACTS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage("no.brevdue.contracts..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "no.brevdue.contracts..", "java..", "org.jspecify..", "com.google.errorprone.annotations..")
            .because("a contract outlives every framework that carries it; put the mechanism into platform.event");

    static final ArchRule PLATFORM_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("no.brevdue.platform..")
            .should()
            .dependOnClassesThat(inOtherModules("no.brevdue.platform"))
            .because("platform holds mechanism; policy belongs to the service that answers for it");

    private ModuleRules() {}

    static ArchRule noServiceKnowsAnother(String service) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("no.brevdue.platform..")
                .should()
                .dependOnClassesThat(inOtherModules(service))
                .because("services meet on Kafka only; what they share is in contracts and platform");
    }

    static ArchRule featuresFormNoCycle(String module) {
        return slices().matching(module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs another and is needed by it is one feature, or hides a third");
    }

    private static DescribedPredicate<JavaClass> inOtherModules(String own) {
        return DescribedPredicate.describe(
                "are in another service",
                type -> type.getPackageName().startsWith("no.brevdue.")
                        && Stream.of(own, "no.brevdue.contracts", "no.brevdue.platform")
                                .noneMatch(type.getPackageName()::startsWith));
    }
}
