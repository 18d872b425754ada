package no.brevdue.platform.caller;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.time.RealTime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Proofs of possession (DPoP, RFC 9449) that have been used: each is good once and for a minute, at whichever replica. Their
 * signature, key, token, method and address have been checked before; Quarkus checks neither age nor repetition.
 */
@ApplicationScoped
class ProofLedger {

    private static final Duration OLDEST = Duration.ofSeconds(60);
    /** Clocks may differ a little. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private static final int LONGEST_ID = 256;

    private final Database database;
    private final Clock clock;

    ProofLedger(Database database, @RealTime Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** False if the proof is too old, too young, has no id, or was used before. */
    boolean use(String proof) {
        try {
            String[] parts = proof.split("\\.", -1);
            JsonObject claims = json(parts[1]);
            String id = claims.getString("jti", "");
            Instant made = Instant.ofEpochSecond(claims.getLong("iat", 0L));
            Instant now = clock.instant();
            return !id.isBlank()
                    && id.length() <= LONGEST_ID
                    && !made.isBefore(now.minus(OLDEST))
                    && !made.isAfter(now.plus(AHEAD))
                    && isFirst(digest(json(parts[0]).getJsonObject("jwk") + " " + id), made.plus(OLDEST));
        } catch (IllegalArgumentException | DecodeException | ClassCastException | DateTimeException unreadable) {
            return false;
        }
    }

    /** The id and not the signature tells proofs apart: some signatures can be written in two ways. */
    private boolean isFirst(byte[] digest, Instant expiresAt) {
        return database.asWorker(tx -> tx.handle()
                        .createUpdate("""
                                insert into used_proof (digest, expires_at) values (:digest, :expires_at)
                                on conflict do nothing""")
                        .bind("digest", digest)
                        .bind("expires_at", expiresAt)
                        .execute())
                == 1;
    }

    void forget() {
        database.asWorkerDo(tx -> tx.handle()
                .createUpdate("delete from used_proof where expires_at < :now")
                .bind("now", clock.instant())
                .execute());
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
