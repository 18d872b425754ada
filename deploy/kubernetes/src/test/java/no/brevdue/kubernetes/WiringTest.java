package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class WiringTest {

    private static final List<Workload> WORKLOADS = Manifests.EXAMPLE.workloads();

    @Test
    void selectorsFindThePodsOfTheirOwnService() {
        for (Workload workload : WORKLOADS) {
            Service service =
                    Manifests.EXAMPLE.named(Service.class, workload.name()).orElseThrow();
            PodDisruptionBudget budget = Manifests.EXAMPLE
                    .named(PodDisruptionBudget.class, workload.name())
                    .orElseThrow();

            assertThat(Selection.of(WORKLOADS, workload.deployment().getSpec().getSelector()))
                    .containsExactly(workload.name());
            assertThat(Selection.of(WORKLOADS, budget.getSpec().getSelector())).containsExactly(workload.name());
            assertThat(Selection.of(
                            WORKLOADS,
                            new LabelSelector(List.of(), service.getSpec().getSelector())))
                    .containsExactly(workload.name());
            assertThat(workload.pod().getTopologySpreadConstraints())
                    .extracting(TopologySpreadConstraint::getLabelSelector)
                    .hasSize(2)
                    .allSatisfy(selector ->
                            assertThat(Selection.of(WORKLOADS, selector)).containsExactly(workload.name()));
        }
    }

    @Test
    void aServiceLeadsToTheHttpPortAndNeverToManagement() {
        for (Workload workload : WORKLOADS) {
            Service service =
                    Manifests.EXAMPLE.named(Service.class, workload.name()).orElseThrow();

            assertThat(service.getSpec().getPorts()).singleElement().satisfies(port -> {
                assertThat(workload.port(port.getTargetPort().getStrVal())).hasValue(port.getPort());
                assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
            });
        }
    }

    @Test
    void portsAreTheOnesTheServiceIsToldToOpen() {
        assertThat(WORKLOADS)
                .allSatisfy(workload -> assertThat(workload.environment(workload.main()))
                        .containsEntry(
                                "QUARKUS_HTTP_PORT",
                                workload.port("http").orElseThrow().toString())
                        .containsEntry(
                                "QUARKUS_MANAGEMENT_PORT",
                                workload.port("management").orElseThrow().toString()));
    }

    @Test
    void metricsAreReadFromTheManagementPortOfEveryPod() {
        PodMonitor monitor =
                Manifests.EXAMPLE.named(PodMonitor.class, "brevdue").orElseThrow();

        assertThat(Selection.of(WORKLOADS, monitor.getSpec().getSelector())).hasSameSizeAs(WORKLOADS);
        assertThat(monitor.getSpec().getPodMetricsEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("management");
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
        });
    }

    @Test
    void eachServiceHasAnAccountWithoutToken() {
        assertThat(WORKLOADS).allSatisfy(workload -> {
            assertThat(workload.pod().getServiceAccountName()).isEqualTo(workload.name());
            assertThat(Manifests.EXAMPLE.named(ServiceAccount.class, workload.name()))
                    .hasValueSatisfying(account -> assertThat(account.getAutomountServiceAccountToken())
                            .isFalse());
        });
    }

    @Test
    void everyConfigMapExists() {
        Set<String> existing = Stream.of(Manifests.EXAMPLE, Manifests.SECRETS)
                .flatMap(manifests -> manifests.all(ConfigMap.class).stream())
                .map(config -> config.getMetadata().getName())
                .collect(toSet());

        assertThat(WORKLOADS.stream().flatMap(WiringTest::configMaps))
                .isNotEmpty()
                .isSubsetOf(existing);
    }

    private static Stream<String> configMaps(Workload workload) {
        return Stream.concat(
                workload.containers().stream()
                        .flatMap(container -> container.getEnvFrom().stream())
                        .map(source -> source.getConfigMapRef().getName()),
                workload.pod().getVolumes().stream()
                        .map(Volume::getConfigMap)
                        .filter(Objects::nonNull)
                        .map(source -> source.getName()));
    }

    @Test
    void theListOfSecretsIsExactlyWhatIsUsed() {
        Set<String> documented = Manifests.SECRETS.all(Secret.class).stream()
                .flatMap(secret -> secret.getStringData().keySet().stream()
                        .map(key -> secret.getMetadata().getName() + "/" + key))
                .collect(toSet());

        assertThat(WORKLOADS.stream().flatMap(WiringTest::secrets).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void noServiceSeesTheSecretsOfAnother() {
        assertThat(WORKLOADS)
                .allSatisfy(workload -> assertThat(secrets(workload))
                        .allSatisfy(secret -> assertThat(secret).contains("-" + workload.service() + "/")));
    }

    private static Stream<String> secrets(Workload workload) {
        return Stream.concat(
                workload.containers().stream()
                        .flatMap(container -> container.getEnv().stream())
                        .flatMap(variable -> Workload.secret(variable).stream())
                        .map(Workload::path),
                workload.pod().getVolumes().stream()
                        .map(Volume::getSecret)
                        .filter(Objects::nonNull)
                        .flatMap(source ->
                                source.getItems().stream().map(item -> source.getSecretName() + "/" + item.getKey())));
    }

    @Test
    void theOwnersPasswordEndsWithTheMigration() {
        assertThat(WORKLOADS).allSatisfy(workload -> {
            assertThat(workload.environment(workload.migration()))
                    .containsEntry(
                            "BREVDUE_DATABASE_OWNER_PASSWORD", "database-owner-" + workload.service() + "/password")
                    .containsEntry("BREVDUE_MIGRATE_ONLY", "true")
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
            assertThat(workload.migration().getImage())
                    .isEqualTo(workload.main().getImage());

            Map<String, String> running = workload.environment(workload.main());
            assertThat(running)
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                    .doesNotContainKey("BREVDUE_MIGRATE_ONLY");
            assertThat(running.toString()).doesNotContainIgnoringCase("owner");
        });
    }

    @Test
    void theMigrationGetsNoOtherPassword() {
        assertThat(WORKLOADS)
                .allSatisfy(workload -> assertThat(workload.migration().getEnv().stream()
                                .filter(variable -> Workload.secret(variable).isPresent())
                                .map(EnvVar::getName))
                        .containsExactly("BREVDUE_DATABASE_OWNER_PASSWORD"));
    }
}
