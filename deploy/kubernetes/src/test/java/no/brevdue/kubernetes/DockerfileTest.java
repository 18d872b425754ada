package no.brevdue.kubernetes;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DockerfileTest {

    private static final String DOCKERFILE = Manifests.file("docker/Dockerfile");

    @Test
    void theImageRunsAsTheUserOfThePods() {
        assertThat(Manifests.BASE.workloads()).allSatisfy(workload -> {
            var context = workload.pod().getSecurityContext();
            assertThat(DOCKERFILE.lines()).contains("USER " + context.getRunAsUser() + ":" + context.getRunAsGroup());
        });
    }

    @Test
    void theImageIsBuiltWithoutTheClockThatCanBeMoved() {
        assertThat(DOCKERFILE.lines().filter(line -> line.startsWith("RUN ")))
                .containsExactly("RUN ./mvnw -q -pl \"${SERVICE}-service\" -am package -DskipTests");
    }
}
