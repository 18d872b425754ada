package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerFluent;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PodRulesTest {

    @Test
    void everyPodKeepsTheRules() {
        assertThat(Manifests.BASE.workloads()).hasSize(5).allSatisfy(PodRulesTest::keepsTheRules);
        assertThat(Manifests.EXAMPLE.workloads()).hasSize(5).allSatisfy(PodRulesTest::keepsTheRules);
    }

    private static void keepsTheRules(Workload workload) {
        assertThat(PodRules.brokenBy(workload.pod())).as(workload.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenRuleIsFound(String rule, UnaryOperator<PodSpecBuilder> breaking) {
        PodSpec sound = Manifests.BASE.workloads().getFirst().pod();

        PodSpec broken = breaking.apply(new PodSpecBuilder(sound)).build();

        assertThat(PodRules.brokenBy(broken)).containsExactly(rule);
    }

    static Stream<Arguments> aBrokenRuleIsFound() {
        return Stream.of(
                breaking(
                        "runs as root",
                        pod -> pod.editSecurityContext().withRunAsNonRoot(false).endSecurityContext()),
                breaking(
                        "runs as user 0",
                        pod -> pod.editSecurityContext().withRunAsUser(0L).endSecurityContext()),
                breaking(
                        "has no seccomp profile",
                        pod -> pod.editSecurityContext()
                                .withSeccompProfile(null)
                                .endSecurityContext()),
                breaking("shares a namespace with its host", pod -> pod.withHostNetwork(true)),
                breaking(
                        "mounts a forbidden kind of volume",
                        pod -> pod.addNewVolume()
                                .withNewHostPath("/", "Directory")
                                .endVolume()),
                breaking("holds a token of the cluster", pod -> pod.withAutomountServiceAccountToken(null)),
                breaking("gets variables named after other Services", pod -> pod.withEnableServiceLinks(null)),
                breakingMigration(
                        "is privileged",
                        container -> container
                                .editSecurityContext()
                                .withPrivileged(true)
                                .endSecurityContext()),
                breakingMigration(
                        "may gain privileges",
                        container -> container
                                .editSecurityContext()
                                .withAllowPrivilegeEscalation(null)
                                .endSecurityContext()),
                breakingMigration(
                        "writes to its image",
                        container -> container
                                .editSecurityContext()
                                .withReadOnlyRootFilesystem(null)
                                .endSecurityContext()),
                breakingMigration(
                        "keeps capabilities",
                        container -> container
                                .editSecurityContext()
                                .withNewCapabilities()
                                .addToDrop("ALL")
                                .addToAdd("NET_ADMIN")
                                .endCapabilities()
                                .endSecurityContext()),
                breakingMigration(
                        "opens a port of its host",
                        container -> container.addNewPort().withHostPort(80).endPort()),
                breakingMigration("names no release", container -> container.withImage("ghcr.io/brevdue/audit")),
                breakingMigration("names no release", container -> container.withImage("ghcr.io/brevdue/audit:latest")),
                breaking(
                        "has no readiness probe on the management port",
                        pod -> pod.editFirstContainer()
                                .editReadinessProbe()
                                .editHttpGet()
                                .withNewPort("http")
                                .endHttpGet()
                                .endReadinessProbe()
                                .endContainer()));
    }

    private static Arguments breaking(String rule, UnaryOperator<PodSpecBuilder> change) {
        return arguments(rule, change);
    }

    private static Arguments breakingMigration(String rule, Consumer<ContainerFluent<?>> change) {
        UnaryOperator<PodSpecBuilder> ofPod = pod -> {
            var container = pod.editFirstInitContainer();
            change.accept(container);
            return container.endInitContainer();
        };
        return arguments(rule, ofPod);
    }

    @Test
    void aReleaseReplacesPodsOnlyByReadyOnes() {
        assertThat(Manifests.EXAMPLE.workloads()).allSatisfy(workload -> {
            var specification = workload.deployment().getSpec();
            assertThat(specification.getReplicas()).isGreaterThanOrEqualTo(2);
            assertThat(specification
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxUnavailable()
                            .getIntVal())
                    .isZero();
        });
    }

    @Test
    void requestsUnderWayEndBeforeThePodIsKilled() {
        assertThat(Manifests.EXAMPLE.workloads()).allSatisfy(workload -> {
            long untilUnlisted =
                    workload.main().getLifecycle().getPreStop().getSleep().getSeconds();
            long untilDone = Duration.parse(
                            workload.environment(workload.main()).get("QUARKUS_SHUTDOWN_TIMEOUT"))
                    .toSeconds();

            assertThat(untilUnlisted + untilDone).isLessThan(workload.pod().getTerminationGracePeriodSeconds());
        });
    }
}
