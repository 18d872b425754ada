package no.brevdue.local;

import no.brevdue.local.home.Home;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.stack.Supervisor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts a stack in a process that outlives this one, and shows how it comes up. */
final class Background {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Background() {}

    static void start(Home home, boolean fresh) throws IOException, InterruptedException {
        Supervisor.requireNoneRunning(home);
        home.prepare();
        Path log = home.log("supervisor");
        Files.writeString(log, "");
        ProcessBuilder builder = new ProcessBuilder(command(fresh))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put(Home.VARIABLE, home.path().toString());
        Process supervisor = builder.start();
        int shown = 0;
        boolean ready = false;
        while (!ready) {
            boolean ended = !supervisor.isAlive();
            String news = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).substring(shown);
            System.out.print(news);
            System.out.flush();
            shown += news.length();
            ready = news.contains(Supervisor.READY);
            if (ended && !ready) {
                throw new LocalProblem("The stack did not start; the reason stands above.");
            }
            Thread.sleep(PAUSE);
        }
        System.out.println("It runs in the background: ./brevdue down stops it.");
    }

    /** {@code nohup}, so that closing the terminal does not take it along. */
    private static List<String> command(boolean fresh) {
        List<String> command = new ArrayList<>(List.of(
                "nohup", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), Launcher.SUPERVISE));
        if (fresh) {
            command.add("--fresh");
        }
        return command;
    }
}
