package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One service's Deployment, with the rendering in which its references resolve. */
record Workload(Manifests manifests, Deployment deployment) {

    String name() {
        return deployment.getMetadata().getName();
    }

    /** The name in tokens, topics and secrets: `mailbox` of `mailbox-service`. */
    String service() {
        return name().replaceFirst("-service$", "");
    }

    PodSpec pod() {
        return deployment.getSpec().getTemplate().getSpec();
    }

    Map<String, String> labels() {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    Container main() {
        return pod().getContainers().getFirst();
    }

    Container migration() {
        return pod().getInitContainers().getFirst();
    }

    List<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream())
                .toList();
    }

    Optional<Integer> port(String name) {
        return main().getPorts().stream()
                .filter(port -> port.getName().equals(name))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }

    /** What a container finds in its environment; of a secret, `secret/key` in place of the value. */
    Map<String, String> environment(Container container) {
        Map<String, String> environment = new TreeMap<>();
        container
                .getEnvFrom()
                .forEach(source -> manifests
                        .named(ConfigMap.class, source.getConfigMapRef().getName())
                        .ifPresent(config -> environment.putAll(config.getData())));
        for (EnvVar variable : container.getEnv()) {
            environment.put(
                    variable.getName(), secret(variable).map(Workload::path).orElseGet(variable::getValue));
        }
        return environment;
    }

    static Optional<SecretKeySelector> secret(EnvVar variable) {
        return Optional.ofNullable(variable.getValueFrom()).map(source -> source.getSecretKeyRef());
    }

    static String path(SecretKeySelector key) {
        return key.getName() + "/" + key.getKey();
    }
}
