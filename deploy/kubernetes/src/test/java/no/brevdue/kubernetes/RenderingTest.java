package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RenderingTest {

    @Test
    void everyFieldExists() {
        assertThat(UnknownFields.in(Manifests.BASE)).isEmpty();
        assertThat(UnknownFields.in(Manifests.EXAMPLE)).isEmpty();
        assertThat(UnknownFields.in(Manifests.SECRETS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "replicas, replicaz, Deployment.spec.replicaz",
        "readOnlyRootFilesystem, readOnlyRootFilesystm, "
                + "Deployment.spec.template.spec.containers[].securityContext.readOnlyRootFilesystm",
        "podSelector, podSelecter, NetworkPolicy.spec.podSelecter",
        "hostnames, hostnamez, HTTPRoute.spec.hostnamez",
        "config, konfig, KafkaTopic.spec.konfig",
        "operations, operation, KafkaUser.spec.authorization.acls[].operation",
        "podMetricsEndpoints, podMetricEndpoints, PodMonitor.spec.podMetricEndpoints",
    })
    void aMisspeltFieldIsFound(String field, String misspelt, String path) {
        String broken = Manifests.EXAMPLE.yaml().replaceAll("(?m)^([ -]+)" + field + ":", "$1" + misspelt + ":");

        assertThat(UnknownFields.in(Manifests.read(broken))).contains(path);
    }

    @Test
    void anUnknownKindIsFound() {
        String broken = Manifests.EXAMPLE.yaml().replace("kind: Deployment", "kind: Deploiment");

        assertThat(UnknownFields.in(Manifests.read(broken))).contains("Deploiment.spec");
    }

    @Test
    void withoutKubectlItSaysWhatIsMissing() {
        assertThatThrownBy(() -> Manifests.render("no-such-kubectl", "base"))
                .hasMessage("The manifests are rendered by kubectl, which is missing: put no-such-kubectl on the PATH");
    }

    @Test
    void everyServiceHasItsObjects() {
        List<String> services = List.of(
                "audit-service", "consent-service", "identity-service", "mailbox-service", "notification-service");

        for (var kind : List.of(Deployment.class, Service.class, ServiceAccount.class, PodDisruptionBudget.class)) {
            assertThat(Manifests.BASE.all(kind))
                    .extracting(object -> object.getMetadata().getName())
                    .describedAs(kind.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(services);
        }
    }

    @Test
    void everythingLivesInOneNamespaceThatRefusesPrivilege() {
        Namespace namespace =
                Manifests.EXAMPLE.named(Namespace.class, "brevdue").orElseThrow();

        assertThat(namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(Manifests.EXAMPLE.objects())
                .filteredOn(object -> !(object instanceof Namespace))
                .allSatisfy(object ->
                        assertThat(object.getMetadata().getNamespace()).isEqualTo("brevdue"));
    }
}
