package no.brevdue.local.standin;

import com.google.crypto.tink.HybridDecrypt;
import com.sun.net.httpserver.HttpExchange;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.KeysetFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A printing house: {@code PUT /print-jobs/{id}} takes a sealed PDF and puts it, opened, into a directory;
 * {@code GET /print-jobs/{id}} says what has become of it. A job is dispatched once somebody has asked for it, and comes back
 * after {@code POST /print-jobs/{id}}. {@code GET /print-jobs} lists them.
 */
public final class Printer implements StandInServer.Endpoint {

    private final Path privateKey;
    private final Path directory;
    private final Map<String, String> states = new ConcurrentHashMap<>();

    public Printer(Path privateKey, Path directory) {
        this.privateKey = privateKey;
        this.directory = directory;
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        String path = request.getRequestURI().getPath();
        if (path.equals("/print-jobs")) {
            return StandInServer.Reply.ok(states);
        }
        String id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1)).toString();
        return switch (request.getRequestMethod()) {
            case "PUT" -> print(id, request.getRequestBody().readAllBytes());
            case "GET" -> progress(id);
            case "POST" ->
                StandInServer.Reply.status(states.computeIfPresent(id, (job, state) -> "RETURNED") == null ? 404 : 204);
            default -> StandInServer.Reply.status(405);
        };
    }

    private StandInServer.Reply print(String id, byte[] sealed) throws IOException {
        try {
            byte[] pdf = KeysetFile.of(privateKey.toString())
                    .primitive(HybridDecrypt.class)
                    .decrypt(sealed, AssociatedData.of("print", UUID.fromString(id)));
            Files.createDirectories(directory);
            Files.write(directory.resolve(id + ".pdf"), pdf);
        } catch (GeneralSecurityException notForUs) {
            return StandInServer.Reply.status(400);
        }
        states.putIfAbsent(id, "ACCEPTED");
        return StandInServer.Reply.status(202);
    }

    private StandInServer.Reply progress(String id) {
        String state = states.get(id);
        if (state == null) {
            return StandInServer.Reply.status(404);
        }
        states.replace(id, "ACCEPTED", "DISPATCHED");
        return StandInServer.Reply.ok(Map.of("state", state));
    }
}
