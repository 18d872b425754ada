package no.brevdue.local.stack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.local.home.Home;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.home.Port;
import no.brevdue.local.home.Secrets;
import no.brevdue.platform.crypto.KeyFiles;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Everything that runs, in the order it can: what the services need, then the services; and the other way round to stop. */
public final class Stack {

    public static final String BROKER = "kafka";

    /**
     * Five services that start at once on two cores are ready in 40 s instead of 70 s if nothing is compiled twice; and for
     * minutes after that the second compilation takes half of all they use. Compiled after the 20th call instead of the 200th,
     * the first 400 letters cost a third less.
     */
    private static final List<String> COMPILED_ONCE_AND_SOON =
            List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.1");

    private static final Duration PATIENCE_WITH_SERVICES = Duration.ofSeconds(20);
    private static final Duration PATIENCE_WITH_BROKER = Duration.ofSeconds(15);

    private final Home home;
    private final Path repository;
    private final Progress progress;
    private final Secrets secrets;
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private @Nullable PostgresServer postgres;
    private @Nullable StandIns standIns;

    Stack(Home home, Path repository, Progress progress) {
        this.home = home;
        this.repository = repository;
        this.progress = progress;
        this.secrets = home.secrets();
    }

    /** Fails before anything is started when something is missing or in the way. */
    void check() {
        for (Service service : Service.values()) {
            if (!Files.exists(service.jar(repository))) {
                throw new LocalProblem(
                        service.module() + " is not built: run ./brevdue from the repository, which builds it first.");
            }
            Port.requireFree(service.port(), service.module());
            Port.requireFree(service.managementPort(), service.module());
        }
        for (Port port : Port.values()) {
            Port.requireFree(port.number(), port.user());
        }
    }

    void start() throws InterruptedException, IOException {
        KeyFiles.generate(home.keys());
        Parallel.run(List.of(this::startPostgres, this::startBroker, this::startStandIns));
        Parallel.run(Arrays.stream(Service.values())
                .map(service ->
                        (Callable<Void>) () -> startService(service, ServiceSettings.of(service, home, secrets)))
                .toList());
    }

    /** Waits for any process to end by itself, and says so; the rest goes on. */
    void watch() {
        children.values()
                .forEach(child -> Thread.ofVirtual()
                        .name("watch-" + child.name())
                        .start(() -> {
                            int exitCode = child.waitFor();
                            if (!stopping) {
                                progress.say("%s ended with exit code %d; the rest goes on. Its log: %s"
                                        .formatted(child.name(), exitCode, child.log()));
                            }
                        }));
    }

    /** One that another process started and will stop, with whatever is started again in it. */
    public static Stack running(Home home, Path repository) {
        return new Stack(home, repository, new Progress(System.out));
    }

    /** Ends the broker or a service as a crash would: nothing is finished, nothing is tidied up. Returns when it is gone. */
    public void kill(String name) {
        home.pid(name).running().ifPresent(Child::kill);
    }

    /** Asks it to end, as Kubernetes does (SIGTERM), and returns when it is gone: whether it ended by itself. */
    public boolean end(Service service) {
        return Child.stop(process(service.module()), PATIENCE_WITH_SERVICES);
    }

    /** Starts it again on the data it left, and waits until it can do its work. */
    public void restart(Service service) throws InterruptedException {
        Parallel.run(List.of(() -> startService(service, ServiceSettings.of(service, home, secrets))));
    }

    /** The same without the owner's password, as a pod does: its schema must have been migrated. */
    public void restartWithoutOwner(Service service) throws InterruptedException {
        Parallel.run(List.of(() -> startService(service, ServiceSettings.serving(service, home, secrets))));
    }

    public void restartBroker() throws InterruptedException {
        Parallel.run(List.of(this::startBroker));
    }

    /** Migrates its schema and does nothing else, as a pod does first. Returns its exit code and last words. */
    public String migrate(Service service) {
        Child run = Child.start(
                home,
                service.module() + "-migration",
                program(service),
                ServiceSettings.migrating(service, home, secrets));
        int exitCode = run.waitFor();
        run.stop(Duration.ZERO);
        return "exit code %d: %s".formatted(exitCode, run.endOfLog());
    }

    /** It stays there and keeps its connections, but does nothing until it is thawed. */
    public void freeze(String name) throws IOException, InterruptedException {
        Child.signal(process(name), "STOP");
    }

    public void thaw(String name) throws IOException, InterruptedException {
        Child.signal(process(name), "CONT");
    }

    /** What a service has said so far. */
    public Path log(Service service) {
        return home.log(service.module());
    }

    /** What a Kafka client needs to read every topic. */
    public Map<String, String> kafkaSettings() {
        return KafkaLogin.of(KafkaLogin.SUPER_USER, secrets).settings(Port.KAFKA.number());
    }

    /** A connection that sees every service's tables, for measuring; whoever takes it closes it. */
    public Connection database() throws SQLException {
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return postgres.superuser(PostgresServer.DATABASE);
    }

    void stop() throws IOException {
        stopping = true;
        progress.say("Stopping the services, then Kafka, then PostgreSQL …");
        List<Child> services = children.values().stream()
                .filter(child -> !child.name().equals(BROKER))
                .toList();
        services.parallelStream()
                .filter(child -> !child.stop(PATIENCE_WITH_SERVICES))
                .forEach(child ->
                        progress.say(child.name() + " did not end in time and was killed. Its log: " + child.log()));
        Child broker = children.get(BROKER);
        if (broker != null) {
            broker.stop(PATIENCE_WITH_BROKER);
        }
        if (standIns != null) {
            standIns.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        progress.say("Stopped. The data stay in " + home.path() + ".");
    }

    /** Ends what a killed launcher left behind. */
    @CanIgnoreReturnValue
    static boolean stopLeftovers(Home home) throws IOException {
        List<ProcessHandle> left = Stream.concat(
                        Arrays.stream(Service.values()).map(Service::module), Stream.of(BROKER))
                .flatMap(name -> home.pid(name).running().stream())
                .toList();
        left.forEach(process -> Child.stop(process, PATIENCE_WITH_BROKER));
        return PostgresServer.stopLeftover(home.postgres()) || !left.isEmpty();
    }

    private Void startPostgres() throws IOException, SQLException {
        Instant begun = Instant.now();
        PostgresServer server =
                PostgresServer.start(home.postgres(), home.postgresPrograms(), Port.POSTGRES.number(), secrets);
        postgres = server;
        server.createRoles();
        progress.ready("PostgreSQL", "localhost:" + Port.POSTGRES.number(), begun);
        return null;
    }

    private Void startBroker() throws InterruptedException, ExecutionException {
        Instant begun = Instant.now();
        KafkaLogin superUser = KafkaLogin.of(KafkaLogin.SUPER_USER, secrets);
        List<KafkaLogin> logins = new ArrayList<>(List.of(superUser));
        for (Service service : Service.values()) {
            logins.add(KafkaLogin.of(service.id(), secrets));
        }
        new KafkaFiles(home.kafka())
                .write(
                        Port.KAFKA.number(),
                        Port.KAFKA_CONTROLLER.number(),
                        superUser,
                        logins,
                        secrets.password("kafka.controller"));
        run(
                BROKER,
                java(
                        "-Xmx384m",
                        // Halves the start from the second time on: 8.0 s to 4.5 s on two busy cores.
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + home.classArchive(BROKER),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaBroker.class.getName(),
                        home.kafka().toString()),
                Map.of());
        KafkaAccess.establish(superUser, Port.KAFKA.number());
        progress.ready("Kafka", "localhost:" + Port.KAFKA.number(), begun);
        return null;
    }

    private Void startStandIns() throws IOException {
        Instant begun = Instant.now();
        standIns = StandIns.start(home);
        progress.ready("login issuers", "http://localhost:" + Port.ISSUERS.number(), begun);
        progress.ready("registers, clock, mail", "http://localhost:" + Port.STAND_INS.number(), begun);
        progress.ready("virus scanner", "knows the EICAR test file only", begun);
        return null;
    }

    private Void startService(Service service, Map<String, String> settings) throws InterruptedException {
        Instant begun = Instant.now();
        Child child = run(service.module(), program(service), settings);
        Readiness.await(service, child);
        progress.ready(service.module(), service.url(), begun);
        return null;
    }

    private List<String> program(Service service) {
        return java("-Xmx256m", "-jar", service.jar(repository).toString());
    }

    private List<String> java(String... arguments) {
        List<String> all = new ArrayList<>(COMPILED_ONCE_AND_SOON);
        all.add("-XX:+UseSerialGC");
        all.addAll(List.of(arguments));
        return all;
    }

    private ProcessHandle process(String name) {
        return home.pid(name).running().orElseThrow(() -> new LocalProblem(name + " does not run."));
    }

    @CanIgnoreReturnValue
    private Child run(String name, List<String> arguments, Map<String, String> environment) {
        Child child = Child.start(home, name, arguments, environment);
        children.put(name, child);
        if (stopping) {
            child.stop(PATIENCE_WITH_BROKER);
        }
        return child;
    }
}
