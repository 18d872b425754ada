package no.brevdue.notification;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.platform.testing.ApprovedOpenApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiContractTest {

    @Test
    void theApiIsTheApprovedOne() {
        ApprovedOpenApi.check("notification");
    }
}
