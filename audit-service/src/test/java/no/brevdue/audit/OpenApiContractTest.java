package no.brevdue.audit;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.platform.testing.ApprovedOpenApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiContractTest {

    @Test
    void theApiIsTheApprovedOne() {
        ApprovedOpenApi.check("audit");
    }
}
