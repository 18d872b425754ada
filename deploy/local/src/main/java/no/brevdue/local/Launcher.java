package no.brevdue.local;

import no.brevdue.local.bench.Bench;
import no.brevdue.local.home.Home;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.people.Actors;
import no.brevdue.local.receipt.ReceiptVerifier;
import no.brevdue.local.stack.Stack;
import no.brevdue.local.stack.Supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What {@code ./brevdue} runs once everything is built. */
public final class Launcher {

    /** What {@link Background} starts. */
    static final String SUPERVISE = "supervise";

    private final Home home;
    private final Path repository;

    private Launcher(Home home, Path repository) {
        this.home = home;
        this.repository = repository;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        Launcher launcher =
                new Launcher(Home.fromEnvironment(), Path.of(System.getProperty("brevdue.repository", ".")));
        try {
            System.exit(launcher.run(
                    words.isEmpty() ? "help" : words.getFirst(),
                    words.stream().skip(1).toList()));
        } catch (LocalProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        } catch (RuntimeException | IOException unexpected) {
            unexpected.printStackTrace();
            // The stand-ins' threads would keep this process, and with it the rest of the stack.
            System.exit(1);
        }
    }

    private int run(String command, List<String> options) throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> up(options);
            case "down" -> down();
            case "status" -> Status.print(home);
            case SUPERVISE -> supervise(options);
            case "demo" -> demo(options);
            case "chaos" -> play(List.of(Stories.CHAOS));
            case "verify-receipt" -> verifyReceipt(options);
            case "bench" -> bench(options);
            case "token" -> token(options);
            case "help" -> help();
            default -> throw new LocalProblem("There is no command " + command + ": ./brevdue help lists them.");
        };
    }

    private int up(List<String> options) throws IOException, InterruptedException {
        for (String option : options) {
            if (!List.of("--detach", "--fresh").contains(option)) {
                throw new LocalProblem("up knows --detach and --fresh, not " + option + ".");
            }
        }
        boolean fresh = options.contains("--fresh");
        if (options.contains("--detach")) {
            Background.start(home, fresh);
            FirstSteps.print();
        } else {
            Supervisor.run(home, repository, fresh, FirstSteps::print);
        }
        return 0;
    }

    private int supervise(List<String> options) throws IOException, InterruptedException {
        Supervisor.run(home, repository, options.contains("--fresh"), () -> {});
        return 0;
    }

    private int down() throws IOException {
        System.out.println(Supervisor.stop(home) ? "Stopped." : "Nothing was running.");
        return 0;
    }

    /**
     * Plays one after the other, on the stack that runs or on one with fresh data that ends with this process. Some stories
     * kill what they play on and start it again.
     */
    private int play(List<Stories> stories) throws IOException, InterruptedException {
        Stack stack = Supervisor.running(home).isPresent()
                ? Stack.running(home, repository)
                : Supervisor.start(new Home(home.path().resolve("demo")), repository);
        for (Stories story : stories) {
            if (!story.play(stack)) {
                return 1;
            }
        }
        return 0;
    }

    private int demo(List<String> names) throws IOException, InterruptedException {
        return play(
                names.isEmpty()
                        ? List.of(Stories.MAIN)
                        : names.stream().map(Stories::called).toList());
    }

    private static int verifyReceipt(List<String> options) throws IOException {
        if (options.size() != 2) {
            throw new LocalProblem(
                    "verify-receipt takes the receipt, and the keys as GET /v1/receipt-keys gives them.");
        }
        var verifier = new ReceiptVerifier(Files.readString(Path.of(options.getLast())));
        System.out.println(
                verifier.verified(Files.readString(Path.of(options.getFirst()))).toPrettyString());
        System.out.println("The receipt is genuine.");
        return 0;
    }

    /** Measures a stack of its own, which nobody else uses meanwhile. */
    private int bench(List<String> options) throws IOException, InterruptedException {
        if (!List.of("--quick").containsAll(options)) {
            throw new LocalProblem("bench knows --quick and nothing else.");
        }
        Supervisor.requireNoneRunning(home);
        Stack stack = Supervisor.start(new Home(home.path().resolve("bench")), repository);
        try {
            new Bench(stack, options.contains("--quick")).run();
            return 0;
        } catch (SQLException failed) {
            throw new LocalProblem("The measurement failed: " + failed.getMessage(), failed);
        }
    }

    private static int token(List<String> options) throws IOException, InterruptedException {
        if (options.size() != 1) {
            throw new LocalProblem("Whose token? One of: " + String.join(", ", Actors.names()) + ".");
        }
        System.out.println(Tokens.fresh(options.getFirst()));
        return 0;
    }

    private static int help() {
        System.out.print("""
            ./brevdue up [--detach] [--fresh]   start everything; --detach: in the background; --fresh: forget all data first
            ./brevdue down                      stop what runs in the background
            ./brevdue status                    say what runs
            ./brevdue demo [STORY ...]          play stories over the public APIs and prove each step (starts a stack if none runs)
            ./brevdue verify-receipt FILE KEYS  verify a consent receipt, without any service
            ./brevdue chaos                     the story in which mailbox and broker are killed while letters are sent, and none is lost
            ./brevdue bench [--quick]           measure how fast it is, against what the database can do at best (--quick: 90 s)
            ./brevdue test [chaos]              format, checks, all tests, then the demo (and the chaos)
            ./brevdue token WHO                 print a token, for curl
            ./brevdue help                      this text

            Data live in .brevdue, or where BREVDUE_HOME points. Stories: %s.
            WHO is one of: %s
            """.formatted(List.of(Stories.values()), String.join(", ", Actors.names())));
        return 0;
    }
}
