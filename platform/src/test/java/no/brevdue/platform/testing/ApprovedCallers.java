package no.brevdue.platform.testing;

import no.brevdue.platform.caller.Callers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may call what, in {@code docs/api/callers.md}: one page for all services, each of which answers for its own rows. An
 * operation without its rows, or a row without its operation, fails the build.
 */
public final class ApprovedCallers {

    private static final Path PAGE = Path.of("..", "docs", "api", "callers.md");

    private static final String HEAD = """
            # Callers

            Who may call what: the issuer of the token, the scope it must have, and the least level of login where a person logs in.
            Everybody else is refused, and so is everybody where nothing is declared. Generated from the running services' OpenAPI
            documents and their `@Callers`; each service's `EndpointsTest` tries every other kind of caller on every row.

            | service | method | path | issuer | scope | least level |
            |---|---|---|---|---|---|
            """;

    private ApprovedCallers() {}

    /** Compares the service's rows with those on the page; {@code -Dapprove} accepts the new ones. */
    public static void check(String service) {
        try {
            String page = Files.exists(PAGE) ? Files.readString(PAGE) : "";
            Map<String, List<String>> rows = page.lines()
                    .filter(line -> line.contains(" | `/"))
                    .collect(groupingBy(row -> row.split(" ")[1], TreeMap::new, toList()));
            rows.put(service, rows(service));
            String current =
                    HEAD + rows.values().stream().flatMap(Collection::stream).collect(joining("\n", "", "\n"));
            if (System.getProperty("approve") != null) {
                Files.writeString(PAGE, current);
                page = current;
            }
            assertThat(current)
                    .as(
                            "the callers changed; if they were meant to: ./mvnw -pl %s-service -am test -Dtest=EndpointsTest"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dapprove",
                            service)
                    .isEqualTo(page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> rows(String service) {
        return Operations.ofRunningService().stream()
                .flatMap(operation -> operation.callers().stream().map(callers -> row(service, operation, callers)))
                .toList();
    }

    private static String row(String service, Operation operation, Callers callers) {
        return "| %s | %s | `%s` | %s |".formatted(service, operation.method(), operation.path(), who(callers));
    }

    private static String who(Callers callers) {
        String scope = "`" + callers.scope() + "`";
        String level = callers.level().name().toLowerCase(Locale.ROOT);
        return switch (callers.issuer()) {
            case ID_PORTEN -> "ID-porten | %s | %s".formatted(scope, level);
            case HELSE_ID -> "HelseID | %s | %s".formatted(scope, level);
            case MASKINPORTEN -> "Maskinporten | %s | –".formatted(scope);
            case OPERATIONS -> "operations | %s | –".formatted(scope);
            case NONE -> "anybody | – | –";
        };
    }
}
