package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The restricted pod security standard and our own rules on top; every broken rule is one sentence. */
final class PodRules {

    private final List<String> broken = new ArrayList<>();

    private PodRules() {}

    static List<String> brokenBy(PodSpec pod) {
        PodRules rules = new PodRules();
        rules.pod(pod);
        pod.getInitContainers().forEach(rules::container);
        pod.getContainers().forEach(container -> {
            rules.container(container);
            rules.probe("startup", container.getStartupProbe(), "/q/health/started");
            rules.probe("liveness", container.getLivenessProbe(), "/q/health/live");
            rules.probe("readiness", container.getReadinessProbe(), "/q/health/ready");
        });
        return rules.broken;
    }

    private void pod(PodSpec pod) {
        PodSecurityContext context = Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
        require(isTrue(context.getRunAsNonRoot()), "runs as root");
        require(!Objects.equals(context.getRunAsUser(), 0L), "runs as user 0");
        require(
                context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                "has no seccomp profile");
        require(
                !isTrue(pod.getHostNetwork()) && !isTrue(pod.getHostPID()) && !isTrue(pod.getHostIPC()),
                "shares a namespace with its host");
        require(pod.getVolumes().stream().allMatch(PodRules::isHarmless), "mounts a forbidden kind of volume");
        require(isFalse(pod.getAutomountServiceAccountToken()), "holds a token of the cluster");
        require(isFalse(pod.getEnableServiceLinks()), "gets variables named after other Services");
    }

    private void container(Container container) {
        SecurityContext context = Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
        require(!isTrue(context.getPrivileged()), "is privileged");
        require(isFalse(context.getAllowPrivilegeEscalation()), "may gain privileges");
        require(isTrue(context.getReadOnlyRootFilesystem()), "writes to its image");
        require(
                context.getCapabilities() != null
                        && context.getCapabilities().getDrop().contains("ALL")
                        && context.getCapabilities().getAdd().isEmpty(),
                "keeps capabilities");
        require(
                container.getPorts().stream().map(ContainerPort::getHostPort).allMatch(Objects::isNull),
                "opens a port of its host");
        require(container.getImage().matches("[^:@]+(:(?!latest$)[\\w.-]+|@sha256:[0-9a-f]{64})"), "names no release");

        Map<String, Quantity> requests = container.getResources().getRequests();
        require(requests.containsKey("cpu") && requests.containsKey("memory"), "requests no resources");
        require(
                Objects.equals(
                        requests.get("memory"),
                        container.getResources().getLimits().get("memory")),
                "may be given less memory than its limit");
    }

    private void probe(String name, @Nullable Probe probe, String path) {
        require(
                probe != null
                        && probe.getHttpGet() != null
                        && path.equals(probe.getHttpGet().getPath())
                        && "management".equals(probe.getHttpGet().getPort().getStrVal()),
                "has no " + name + " probe on the management port");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    private static boolean isHarmless(Volume volume) {
        return volume.getEmptyDir() != null || volume.getConfigMap() != null || volume.getSecret() != null;
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isFalse(@Nullable Boolean value) {
        return Boolean.FALSE.equals(value);
    }
}
