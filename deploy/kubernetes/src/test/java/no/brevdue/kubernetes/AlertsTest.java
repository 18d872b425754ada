package no.brevdue.kubernetes;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** An alert on a metric that nobody measures would never wake anybody. */
class AlertsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern IN_RULE = Pattern.compile("brevdue_\\w+");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:gauge|Gauge\\.builder|counter)\\(\\s*\"(brevdue\\.[a-z.]+)\"");

    private static final List<Rule> RULES =
            Manifests.EXAMPLE.named(PrometheusRule.class, "brevdue").orElseThrow().getSpec().getGroups().stream()
                    .flatMap(group -> group.getRules().stream())
                    .toList();

    @Test
    void everyMetricOfAnAlertIsMeasured() throws IOException {
        Set<String> measured = measured();

        assertThat(RULES)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(IN_RULE.matcher(rule.getExpr().getStrVal())
                                .results()
                                .map(MatchResult::group))
                        .as(rule.getAlert())
                        .isNotEmpty()
                        .isSubsetOf(measured));
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhatIsTheMatter() {
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.getLabels().get("severity")).isIn("page", "ticket");
            assertThat(rule.getAnnotations().get("summary")).isNotBlank();
        });
    }

    /** As Prometheus writes them. */
    private static Set<String> measured() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/main/java")
                            && file.toString().endsWith(".java"))
                    .flatMap(file -> IN_CODE.matcher(read(file)).results().map(AlertsTest::name))
                    .collect(toSet());
        }
    }

    private static String name(MatchResult found) {
        String name = found.group(1).replace('.', '_');
        return found.group().startsWith("counter") ? name + "_total" : name;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
