package no.brevdue.audit;

import no.brevdue.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return ArchitectureRules.of("no.brevdue.audit");
    }
}
