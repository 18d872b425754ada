package no.brevdue.local.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The source tree this build was started from: what documents say about it can be looked up in it. */
final class Repository {

    static final Path ROOT = Path.of("..", "..");

    private static final Set<String> NOT_OURS = Set.of(".git", ".brevdue", "target");
    private static final String TESTS = "src/test/java";

    private Repository() {}

    /** Whether {@code Class#method} is a test, in whichever module. */
    static boolean hasTest(String name) {
        String[] parts = name.split("#", -1);
        if (parts.length != 2) {
            return false;
        }
        // Between the annotation of a test and its declaration no other method ends.
        Pattern test = Pattern.compile(
                "@(Test|ParameterizedTest|TestFactory|Property|Example)\\b((?!\n    }\n).)*?\n    [\\w<>]+ %s\\("
                        .formatted(Pattern.quote(parts[1])),
                Pattern.DOTALL);
        return files(parts[0] + ".java").stream()
                .filter(file -> file.toString().contains(TESTS))
                .anyMatch(file -> test.matcher(read(file)).find());
    }

    /** Every file of the tree whose name ends like this. */
    static List<Path> files(String end) {
        List<Path> found = new ArrayList<>();
        try {
            Path unused = Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (name.equals(end) || (end.startsWith(".") && name.endsWith(end))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
