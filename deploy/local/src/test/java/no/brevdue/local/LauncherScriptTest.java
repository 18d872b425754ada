package no.brevdue.local;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

/** What the script says before there is anything to run. Works on a copy of it, with nothing around. */
class LauncherScriptTest {

    @TempDir
    private Path root;

    @BeforeEach
    void copyOfTheScript() throws IOException {
        Files.copy(Path.of("..", "..", "brevdue"), root.resolve("brevdue"));
    }

    @Test
    void whereThereIsNoJdkItSaysWhichOneToInstall() throws Exception {
        Files.createDirectories(root.resolve("jdks/too-old/bin"));
        Files.writeString(root.resolve("jdks/too-old/release"), "JAVA_VERSION=\"17.0.1\"\n");
        executable("jdks/too-old/bin/javac", "#!/bin/sh\n");

        Said said = run(
                "demo", "JAVA_HOME", "", "BREVDUE_JDKS", root.resolve("jdks").toString());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text())
                .isEqualTo("Brevdue needs a JDK 21 or newer and found none: install one, or set JAVA_HOME to it.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo", "test", "token"})
    void whereTheDiskIsFullItSaysSoBeforeItBuilds(String command) throws Exception {
        executable(
                "programs/df", "#!/bin/sh\necho Filesystem 1024-blocks Used Available\necho /dev/vda 9999 9899 100\n");

        Said said = run(
                command,
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATH",
                root.resolve("programs") + ":" + System.getenv("PATH"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).matches("Less than 1 GB is free where .* lies: free some space and try again\\.\n");
    }

    private void executable(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Said run(String command, String... environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", root.resolve("brevdue").toString(), command).redirectErrorStream(true);
        builder.environment().remove("BREVDUE_HOME");
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private record Said(int exitCode, String text) {}
}
