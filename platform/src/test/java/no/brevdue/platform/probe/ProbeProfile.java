package no.brevdue.platform.probe;

import io.quarkus.test.junit.QuarkusTestProfile;
import no.brevdue.platform.testing.KeysResource;
import no.brevdue.platform.testing.OidcResource;

import java.util.List;
import java.util.Map;

/** Boots what stands between the network and a feature, without database and Kafka. */
public class ProbeProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.application.name", "probe",
                "quarkus.datasource.active", "false",
                "quarkus.datasource.worker.active", "false",
                "quarkus.flyway.active", "false",
                "quarkus.arc.exclude-types", """
                        no.brevdue.platform.audit.*,no.brevdue.platform.caller.ProofLedger,no.brevdue.platform.caller.ProofJob,\
                        no.brevdue.platform.caller.SupplierAccess,\
                        no.brevdue.platform.database.*,no.brevdue.platform.event.*,\
                        no.brevdue.platform.job.*,no.brevdue.platform.operations.*,no.brevdue.platform.outbox.*,\
                        no.brevdue.platform.testing.*""",
                "brevdue.database.url", "jdbc:postgresql://nowhere/none",
                "brevdue.database.owner-password", "none",
                "brevdue.database.request-password", "none",
                "brevdue.database.worker-password", "none");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OidcResource.class), new TestResourceEntry(KeysResource.class));
    }
}
