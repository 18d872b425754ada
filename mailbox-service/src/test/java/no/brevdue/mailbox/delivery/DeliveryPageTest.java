package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.RecallOutcome;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/delivery.md} is drawn from the machines and says what each code means, in the words of the code itself. */
class DeliveryPageTest {

    private static final Path PAGE = Path.of("..", "docs", "delivery.md");

    private static final String HEAD = """
            # A delivery

            One message to one recipient. Two machines say where the letter is and what is being done to reach the person another way;
            evidence says what is proven. Generated from the code of mailbox-service and contracts. A sender sees the codes in the last
            column of each table, which are coarser than ours on purpose. There is no state and no rung called sent or delivered.
            """;

    @Test
    void thePageIsTheGeneratedOne() throws IOException {
        String page = HEAD
                + machine("Where the letter is", LetterState.values(), LetterState::canBecome)
                + machine("Reaching the person another way", FallbackState.values(), FallbackState::canBecome)
                + table("Evidence", Rung.values(), Enum::name)
                + table("Why it waits", HoldReason.values(), SenderView::code)
                + table("Why it falls back", FallbackReason.values(), SenderView::code)
                + table("Why it comes back", ReturnReason.values(), SenderView::code)
                + table("What a recall finds", RecallOutcome.values(), Enum::name)
                + table("What happens at the next deadline", DeliveryStatus.NextStep.values(), Enum::name)
                + table("What the sender wants done when it falls back", FallbackPolicy.values(), Enum::name);
        if (System.getProperty("approve") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(page)
                .as("the machines or codes changed; if they were meant to: ./mvnw -pl mailbox-service -am test"
                        + " -Dtest=DeliveryPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dapprove")
                .isEqualTo(Files.readString(PAGE));
    }

    private static <S extends Enum<S>> String machine(String title, S[] states, BiPredicate<S, S> move)
            throws IOException {
        String moves = Arrays.stream(states)
                .flatMap(from -> Arrays.stream(states)
                        .filter(to -> move.test(from, to))
                        .map(to -> "    %s --> %s\n".formatted(from, to)))
                .collect(Collectors.joining());
        return "\n## %s\n\n```mermaid\nstateDiagram-v2\n    [*] --> %s\n%s```\n\n%s"
                .formatted(title, states[0], moves, rows(List.of("state", "meaning"), states, state -> List.of()));
    }

    private static <C extends Enum<C>> String table(String title, C[] codes, Function<C, String> senderSees)
            throws IOException {
        return "\n## %s\n\n%s"
                .formatted(
                        title,
                        rows(
                                List.of("code", "meaning", "the sender sees"),
                                codes,
                                code -> List.of("`" + senderSees.apply(code) + "`")));
    }

    private static <C extends Enum<C>> String rows(List<String> head, C[] codes, Function<C, List<String>> more)
            throws IOException {
        StringBuilder rows =
                new StringBuilder("| " + String.join(" | ", head) + " |\n|" + "---|".repeat(head.size()) + "\n");
        String source = source(codes[0].getDeclaringClass());
        for (C code : codes) {
            rows.append("| `%s` | %s |".formatted(code, meaning(source, code)));
            more.apply(code).forEach(cell -> rows.append(" ").append(cell).append(" |"));
            rows.append("\n");
        }
        return rows.toString();
    }

    /** The Javadoc above the constant: a code without one says nothing, and does not pass. */
    private static String meaning(String source, Enum<?> code) {
        Matcher found = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" + code.name() + "\\b", Pattern.DOTALL)
                .matcher(source);
        assertThat(found.find()).as("%s says what it means", code).isTrue();
        return found.group(1)
                .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .strip();
    }

    private static String source(Class<?> type) throws IOException {
        Class<?> file = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        String path = "src/main/java/" + file.getName().replace('.', '/') + ".java";
        Path own = Path.of(path);
        return Files.readString(
                Files.exists(own) ? own : Path.of("..", "contracts").resolve(path));
    }
}
