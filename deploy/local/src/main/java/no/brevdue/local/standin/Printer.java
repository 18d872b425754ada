package no.brevdue.local.standin;

import com.google.crypto.tink.HybridDecrypt;
import com.sun.net.httpserver.HttpExchange;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.KeysetFile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A printing house: {@code PUT /print-jobs/{id}} takes a sealed PDF and puts it, opened, into a directory;
 * {@code GET /print-jobs/{id}} says what has become of it. A job is dispatched once somebody has asked for it, and comes back
 * after {@code POST /print-jobs/{id}}. {@code GET /print-jobs} lists the letters. A test is opened as one and destroyed. States are
 * files beside the letters, so that whatever was on its way is known after a restart.
 */
public final class Printer implements StandInServer.Endpoint {

    private static final String STATE = ".state";
    private static final String TESTED = "TESTED";

    private final Path privateKey;
    private final Path directory;

    public Printer(Path privateKey, Path directory) {
        this.privateKey = privateKey;
        this.directory = directory;
    }

    @Override
    public synchronized StandInServer.Reply answer(HttpExchange request) throws IOException {
        String path = request.getRequestURI().getPath();
        if (path.equals("/print-jobs")) {
            return StandInServer.Reply.ok(letters());
        }
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        boolean test = "test=true".equals(request.getRequestURI().getQuery());
        return switch (request.getRequestMethod()) {
            case "PUT" -> print(id, test, request.getRequestBody().readAllBytes());
            case "GET" -> progress(id);
            case "POST" -> comesBack(id);
            default -> StandInServer.Reply.status(405);
        };
    }

    private StandInServer.Reply print(UUID id, boolean test, byte[] sealed) throws IOException {
        try {
            byte[] pdf = KeysetFile.of(privateKey.toString())
                    .primitive(HybridDecrypt.class)
                    .decrypt(sealed, AssociatedData.of(test ? "print-test" : "print", id));
            Files.createDirectories(directory);
            if (!test) {
                Files.write(directory.resolve(id + ".pdf"), pdf);
            }
        } catch (GeneralSecurityException notForUs) {
            return StandInServer.Reply.status(400);
        }
        if (state(id).isEmpty()) {
            become(id, test ? TESTED : "ACCEPTED");
        }
        return StandInServer.Reply.status(202);
    }

    private StandInServer.Reply progress(UUID id) throws IOException {
        Optional<String> state = state(id);
        if (state.isEmpty()) {
            return StandInServer.Reply.status(404);
        }
        if (state.get().equals("ACCEPTED")) {
            become(id, "DISPATCHED");
        }
        return StandInServer.Reply.ok(Map.of("state", state.get()));
    }

    private StandInServer.Reply comesBack(UUID id) throws IOException {
        if (state(id).isEmpty()) {
            return StandInServer.Reply.status(404);
        }
        become(id, "RETURNED");
        return StandInServer.Reply.status(204);
    }

    private Map<String, String> letters() throws IOException {
        Map<String, String> letters = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Files.createDirectories(directory), "*" + STATE)) {
            for (Path file : files) {
                String state = Files.readString(file);
                if (!state.equals(TESTED)) {
                    letters.put(file.getFileName().toString().replace(STATE, ""), state);
                }
            }
        }
        return letters;
    }

    private Optional<String> state(UUID id) throws IOException {
        Path file = file(id);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Whoever is killed in between leaves the state as it was. */
    private void become(UUID id, String state) throws IOException {
        Path next = Files.writeString(directory.resolve(id + STATE + ".new"), state);
        Path unused = Files.move(next, file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(UUID id) {
        return directory.resolve(id + STATE);
    }
}
