package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** What a service must be told before it starts, and where the files are that it is pointed at. */
class ConfigurationTest {

    private static final String COMMON = "ENVIRONMENT AUDIENCE KEYS_ALIAS "
            + "DATABASE_URL DATABASE_REQUEST_PASSWORD DATABASE_WORKER_PASSWORD "
            + "ISSUER_ID_PORTEN ISSUER_MASKINPORTEN ISSUER_HELSEID ISSUER_OPERATIONS CANARY_SENDER "
            + "CANARY_PAPER_EVERY CONSENT_PUBLIC_URL ";

    @ParameterizedTest
    @CsvSource({
        "identity, KEYS_SERVICE KEYS_REGISTRATION_PRIVATE KEYS_MASKINPORTEN MASKINPORTEN_CLIENT_ID "
                + "MASKINPORTEN_TOKEN_URL KRR_URL POPULATION_REGISTER_URL POPULATION_FEED_URL ADDRESS_REGISTER_URL "
                + "KEYS_ID_PORTEN STEP_UP_CLIENT_ID STEP_UP_CALLBACK_URL STEP_UP_RETURN_URL",
        "consent, KEYS_RECEIPT_SIGNING",
        "mailbox, KEYS_SERVICE KEYS_REGISTRATION_PUBLIC KEYS_PRINTER_PUBLIC CLAMD_HOST CLAMD_PORT PRINT_URL "
                + "PRINT_IDENTITY_URL PRINT_TOKEN_URL PRINT_CLIENT_SECRET CANARY_PERSON CANARY_COPY_TO",
        "notification, IDENTITY_URL MAILBOX_URL TOKEN_URL TOKEN_CLIENT_SECRET "
                + "EMAIL_FROM EMAIL_HOST EMAIL_PORT EMAIL_USERNAME EMAIL_PASSWORD NEWSLETTER_STOP_URL",
        "audit, KEYS_AUDIT_SIGNING LOG_ORIGIN",
    })
    void aServiceIsToldAllItNeedsAndNothingElse(String service, String own) {
        Set<String> expected =
                Arrays.stream((COMMON + own).split(" ")).map("BREVDUE_"::concat).collect(toSet());

        assertThat(environment(service).keySet())
                .filteredOn(name -> name.startsWith("BREVDUE_"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyServiceIsInProductionAndSpeaksToKafkaEncrypted() {
        assertThat(Manifests.EXAMPLE.workloads())
                .allSatisfy(workload -> assertThat(workload.environment(workload.main()))
                        .containsEntry("BREVDUE_ENVIRONMENT", "production")
                        .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                        .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
                        .containsEntry("KAFKA_SASL_JAAS_CONFIG", "kafka-" + workload.service() + "/sasl.jaas.config")
                        .containsKey("KAFKA_BOOTSTRAP_SERVERS"));
    }

    @Test
    void issuersAreReachedEncrypted() {
        assertThat(Manifests.EXAMPLE.workloads())
                .allSatisfy(workload -> assertThat(workload.environment(workload.main()))
                        .allSatisfy((name, value) -> {
                            if (name.startsWith("BREVDUE_ISSUER_")) {
                                assertThat(value).startsWith("https://");
                            }
                        }));
    }

    @Test
    void everyFileThatIsNamedIsMounted() {
        assertThat(Manifests.EXAMPLE.workloads())
                .allSatisfy(workload -> assertThat(workload.environment(workload.main()).values().stream()
                                .flatMap(value -> Arrays.stream(value.split("[=&?]")))
                                .filter(value -> value.startsWith("/etc/")))
                        .isNotEmpty()
                        .isSubsetOf(files(workload, workload.main())));
    }

    @Test
    void everyKeyThatIsMountedIsNamed() {
        assertThat(Manifests.EXAMPLE.workloads())
                .allSatisfy(workload -> assertThat(
                                workload.environment(workload.main()).values())
                        .containsAll(files(workload, workload.main()).stream()
                                .filter(file -> file.startsWith("/etc/brevdue/keys/"))
                                .toList()));
    }

    @Test
    void theMigrationFindsTheSameFiles() {
        assertThat(Manifests.EXAMPLE.workloads())
                .allSatisfy(workload ->
                        assertThat(files(workload, workload.migration())).isEqualTo(files(workload, workload.main())));
    }

    private static Set<String> files(Workload workload, Container container) {
        return container.getVolumeMounts().stream()
                .filter(mount -> !mount.getName().equals("tmp"))
                .peek(mount -> assertThat(mount.getReadOnly()).isTrue())
                .flatMap(mount -> files(workload, mount))
                .collect(toSet());
    }

    private static Stream<String> files(Workload workload, VolumeMount mount) {
        Volume volume = workload.pod().getVolumes().stream()
                .filter(candidate -> candidate.getName().equals(mount.getName()))
                .findFirst()
                .orElseThrow();
        Stream<String> names = volume.getSecret() != null
                ? volume.getSecret().getItems().stream().map(item -> item.getPath())
                : Manifests.SECRETS
                        .named(
                                ConfigMap.class,
                                Objects.requireNonNull(volume.getConfigMap()).getName())
                        .orElseThrow()
                        .getData()
                        .keySet()
                        .stream();
        return names.map(name -> mount.getMountPath() + "/" + name);
    }

    private static Map<String, String> environment(String service) {
        return Manifests.EXAMPLE.workloads().stream()
                .filter(workload -> workload.service().equals(service))
                .map(workload -> workload.environment(workload.main()))
                .findFirst()
                .orElseThrow();
    }
}
