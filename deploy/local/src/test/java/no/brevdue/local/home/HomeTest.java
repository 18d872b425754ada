package no.brevdue.local.home;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeTest {

    @TempDir
    private Path directory;

    @Test
    void aPasswordStaysTheSameAcrossRunsAndOnlyItsOwnerCanReadIt() throws Exception {
        String first = home().secrets().password("kafka.mailbox");

        assertThat(home().secrets().password("kafka.mailbox")).isEqualTo(first).hasSize(32);
        assertThat(home().secrets().password("kafka.audit")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    @Test
    void wipingForgetsTheDataAndNothingElse() throws Exception {
        home().prepare();
        Files.createDirectories(directory.resolve("postgres/base"));
        Files.writeString(directory.resolve("clock"), "PT1H");
        Files.writeString(directory.resolve("notes.txt"), "not ours");

        home().wipe();

        assertThat(directory).isDirectoryNotContaining("glob:**/{postgres,clock}");
        assertThat(directory.resolve("notes.txt")).exists();
    }

    @Test
    void aDirectoryOfSomebodyElseIsRefusedAndKept() throws Exception {
        Files.createDirectories(directory.resolve("keys"));
        Files.writeString(directory.resolve("keys/ssh"), "not ours");

        assertThatThrownBy(() -> home().prepare())
                .isInstanceOf(LocalProblem.class)
                .hasMessageContaining("set BREVDUE_HOME");
        home().wipe();

        assertThat(directory.resolve("keys/ssh")).exists();
    }

    @Test
    void aFullDiskIsSaidInOneSentence() {
        assertThatThrownBy(() -> home().prepare(Long.MAX_VALUE))
                .isInstanceOf(LocalProblem.class)
                .hasMessage("Less than 1 GB is free where " + directory
                        + " lies: free some space, or set BREVDUE_HOME to a directory on another disk.");
    }

    @Test
    void aDirectoryThatHoldsOnlyTheDemoIsTaken() throws Exception {
        Files.createDirectories(directory.resolve("demo"));

        home().prepare();

        assertThat(directory.resolve("run")).exists();
    }

    @Test
    void aProcessIsRecognisedByItsStartToo() throws Exception {
        PidFile pid = home().pid("launcher");
        pid.write(ProcessHandle.current());

        assertThat(pid.running()).contains(ProcessHandle.current());

        Files.writeString(pid.file(), ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z");
        assertThat(pid.running()).isEmpty();
    }

    private Home home() {
        return new Home(directory);
    }
}
