package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class NetworkTest {

    private static final Edges BASE = Edges.of(Manifests.BASE);
    private static final Edges EXAMPLE = Edges.of(Manifests.EXAMPLE);
    private static final Set<String> SERVICES =
            Manifests.BASE.workloads().stream().map(Workload::name).collect(toSet());

    @Test
    void nothingIsAllowedUnlessNamed() {
        NetworkPolicy denial =
                Manifests.BASE.named(NetworkPolicy.class, "default-deny").orElseThrow();

        assertThat(Selection.of(Manifests.BASE.workloads(), denial.getSpec().getPodSelector()))
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(denial.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
    }

    @Test
    void servicesReachTheseAndNobodyElse() {
        Stream<String> everyService = Stream.of("kube-system:53", "postgresql:5432", "kafka:9093", "0.0.0.0/0:443")
                .flatMap(peer -> SERVICES.stream().map(service -> service + " -> " + peer));
        Stream<String> oneService = Stream.of(
                "mailbox-service -> clamd:3310",
                "mailbox-service -> 0.0.0.0/0:8443",
                "mailbox-service -> identity-service:8080",
                "notification-service -> smtp:587",
                "notification-service -> identity-service:8080",
                "notification-service -> mailbox-service:8080");

        assertThat(BASE.outgoing())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(everyService, oneService).toList());
    }

    @Test
    void onlyTheseReachAService() {
        Stream<String> everyService = SERVICES.stream().map(service -> "monitoring -> " + service + ":9000");
        Stream<String> oneService = Stream.of(
                "gateway -> identity-service:8080",
                "gateway -> consent-service:8080",
                "gateway -> mailbox-service:8080",
                "gateway -> audit-service:8080",
                "mailbox-service -> identity-service:8080",
                "notification-service -> identity-service:8080",
                "notification-service -> mailbox-service:8080");

        assertThat(BASE.incoming())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(everyService, oneService).toList());
    }

    @Test
    void aConnectionBetweenServicesIsAllowedAtBothEnds() {
        assertThat(within(EXAMPLE.outgoing())).isNotEmpty().isEqualTo(within(EXAMPLE.incoming()));
    }

    private static Set<String> within(Set<String> edges) {
        return edges.stream()
                .filter(edge -> SERVICES.containsAll(
                        List.of(edge.replaceFirst(":\\d+$", "").split(" -> "))))
                .collect(toSet());
    }

    @Test
    void aConnectionEndsAtAPortThatIsOpen() {
        Set<String> open = Manifests.EXAMPLE.workloads().stream()
                .flatMap(workload -> workload.main().getPorts().stream()
                        .map(port -> workload.name() + ":" + port.getContainerPort()))
                .collect(toSet());

        assertThat(EXAMPLE.incoming().stream().map(edge -> edge.replaceFirst(".* -> ", "")))
                .isSubsetOf(open);
    }

    @Test
    void whatAServiceIsToldToCallItMayCall() {
        for (Workload workload : Manifests.EXAMPLE.workloads()) {
            var environment = workload.environment(workload.main());
            String self = workload.name() + " -> ";

            assertThat(environment.get("BREVDUE_DATABASE_URL")).contains(":5432/");
            assertThat(environment.get("KAFKA_BOOTSTRAP_SERVERS")).endsWith(":9093");
            assertThat(EXAMPLE.outgoing()).contains(self + "postgresql:5432", self + "kafka:9093");
            environment.computeIfPresent("BREVDUE_CLAMD_PORT", (name, port) -> allowed(self + "clamd:" + port));
            environment.computeIfPresent("BREVDUE_EMAIL_PORT", (name, port) -> allowed(self + "smtp:" + port));
            environment.computeIfPresent(
                    "BREVDUE_IDENTITY_URL", (name, url) -> allowed(self + url.replaceFirst("^http://", "")));
            environment.computeIfPresent(
                    "BREVDUE_PRINT_IDENTITY_URL", (name, url) -> allowed(self + url.replaceFirst("^http://", "")));
            environment.computeIfPresent(
                    "BREVDUE_MAILBOX_URL", (name, url) -> allowed(self + url.replaceFirst("^http://", "")));
        }
    }

    private static String allowed(String edge) {
        assertThat(EXAMPLE.outgoing()).contains(edge);
        return edge;
    }

    @Test
    void theOperatorIsToldWhichNamespacesToLabel() {
        String readme = Manifests.file("README.md");

        assertThat(Stream.of("postgresql", "kafka", "clamd", "smtp", "gateway", "monitoring"))
                .allSatisfy(peer -> assertThat(readme).contains("peer.brevdue.no/" + peer));
    }
}
