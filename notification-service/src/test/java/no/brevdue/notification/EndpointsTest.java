package no.brevdue.notification;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.platform.testing.ApprovedCallers;
import no.brevdue.platform.testing.Endpoints;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

@QuarkusTest
class EndpointsTest {

    @TestFactory
    Stream<DynamicTest> badInputAndForeignCallersLeaveNothing() {
        return Endpoints.attacked();
    }

    @Test
    void theCallersAreTheApprovedOnes() {
        ApprovedCallers.check("notification");
    }
}
