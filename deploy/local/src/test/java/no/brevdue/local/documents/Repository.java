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
import java.util.stream.Collectors;

/** The source tree this build was started from: what documents say about it can be looked up in it. */
final class Repository {

    static final Path ROOT = Path.of("..", "..");

    private static final Set<String> NOT_OURS = Set.of(".git", ".brevdue", "target");
    private static final List<Path> FILES = walk();
    private static final Set<String> MODULES = modules();
    private static final Set<String> TYPES = types();

    private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|TestFactory|Property|Example)\\b");
    private static final Pattern LEFT_OUT = Pattern.compile("@(Disabled|Enabled)\\w*");

    private Repository() {}

    /** Whether {@code Class#method} is a test that the build runs, in whichever module. */
    static boolean hasTest(String name) {
        String[] parts = name.split("#", -1);
        return parts.length == 2
                && parts[0].endsWith("Test")
                && files(parts[0] + ".java").stream().anyMatch(file -> isBuiltTest(file) && runs(parts[1], read(file)));
    }

    /** Whether the file is among the tests of a module that the build has. */
    static boolean isBuiltTest(Path file) {
        return MODULES.stream()
                .anyMatch(module -> file.startsWith(ROOT.resolve(module).resolve("src/test/java")));
    }

    /** Whether a class with this source has such a test, and nothing says that it is left out. */
    static boolean runs(String method, String source) {
        return !LEFT_OUT.matcher(source.split("\n(\\w+ )*class ", 2)[0]).find()
                && Pattern.compile("\n    [\\w<>]+ %s\\(".formatted(Pattern.quote(method)))
                        .matcher(source)
                        .results()
                        .map(declaration -> source.substring(0, declaration.start()))
                        .map(before -> before.substring(Math.max(0, before.lastIndexOf("\n    }\n"))))
                        .anyMatch(own -> TEST.matcher(own).find()
                                && !LEFT_OUT.matcher(own).find());
    }

    /** Whether somewhere such a type is declared; where the end of its package is given, in a file of its own there. */
    static boolean hasType(String place, String name) {
        return place.isEmpty()
                ? TYPES.contains(name)
                : files(name + ".java").stream()
                        .anyMatch(file -> file.endsWith(place.replace('.', '/') + name + ".java"));
    }

    /** Every file of the tree with this name, or, after a dot, with this ending. */
    static List<Path> files(String end) {
        return FILES.stream()
                .filter(file -> end.startsWith(".") ? file.toString().endsWith(end) : file.endsWith(end))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> modules() {
        return Pattern.compile("<module>(.+)</module>")
                .matcher(read(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> types() {
        Pattern declaration = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
        return files(".java").stream()
                .flatMap(file -> declaration.matcher(read(file)).results())
                .map(type -> type.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> walk() {
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
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
