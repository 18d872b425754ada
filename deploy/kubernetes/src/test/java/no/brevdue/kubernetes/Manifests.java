package no.brevdue.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of one Kustomize folder or file, as typed models, together with the text they came from. */
record Manifests(String yaml, List<HasMetadata> objects) {

    static final Manifests BASE = render("kubectl", "base");
    static final Manifests EXAMPLE = render("kubectl", "overlays/example");
    static final Manifests SECRETS = read(file("secrets.example.yaml"));

    static Manifests render(String kubectl, String folder) {
        try {
            Process process = new ProcessBuilder(kubectl, "kustomize", folder)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("kubectl could not render " + folder + "; its own words are above");
            }
            return read(yaml);
        } catch (IOException e) {
            throw new AssertionError(
                    "The manifests are rendered by kubectl, which is missing: put " + kubectl + " on the PATH", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while rendering " + folder, e);
        }
    }

    static Manifests read(String yaml) {
        KubernetesSerialization serialization = new KubernetesSerialization(new ObjectMapper(), true);
        // These four are not among the kinds that the library finds by itself.
        Stream.of(KafkaTopic.class, KafkaUser.class, PodMonitor.class, PrometheusRule.class)
                .forEach(serialization::registerKubernetesResource);
        return new Manifests(
                yaml,
                Stream.of(yaml.split("(?m)^---$"))
                        .map(document -> (HasMetadata) serialization.unmarshal(document))
                        .toList());
    }

    static String file(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> Optional<T> named(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    List<Workload> workloads() {
        return all(Deployment.class).stream()
                .map(deployment -> new Workload(this, deployment))
                .toList();
    }
}
