package no.brevdue.audit.log;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor runs the verifier far from the service, with the JDK alone. */
class VerifierIndependenceTest {

    @Test
    void whateverTheVerifierReachesIsTheLogOrTheJdk() {
        JavaClass verifier = new ClassFileImporter()
                .importPackages("no.brevdue.audit", "no.brevdue.contracts", "no.brevdue.platform")
                .get(LogVerifier.class);

        assertThat(verifier.getTransitiveDependenciesFromSelf())
                .filteredOn(dependency ->
                        dependency.getOriginClass().getPackageName().startsWith("no.brevdue."))
                .extracting(dependency -> dependency.getTargetClass().getBaseComponentType())
                .extracting(JavaClass::getPackageName)
                .isNotEmpty()
                .allMatch(name -> name.isEmpty() || name.startsWith("java.") || name.equals("no.brevdue.audit.log"));
    }
}
