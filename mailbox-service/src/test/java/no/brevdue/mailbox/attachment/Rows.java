package no.brevdue.mailbox.attachment;

import no.brevdue.platform.database.Database;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** What stands in the tables. */
@ApplicationScoped
class Rows {

    private final Database database;

    Rows(Database database) {
        this.database = database;
    }

    /** Everything stored of an attachment, one byte per character. */
    String storedOf(String id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(
                bytes("select file_name from attachment where id = :id", id).getFirst());
        bytes("select ciphertext from attachment_chunk where attachment_id = :id", id)
                .forEach(all::writeBytes);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    int chunksOf(String id) {
        return bytes("select ciphertext from attachment_chunk where attachment_id = :id", id)
                .size();
    }

    /** The chunks that the row policies show to a request of this organisation. */
    int chunksShownTo(String organization, String id) {
        return database.asCaller(tx -> {
            String unused = tx.handle()
                    .createQuery("select set_config('brevdue.organization', :organization, true)")
                    .bind("organization", organization)
                    .mapTo(String.class)
                    .one();
            return tx.handle()
                    .createQuery("select count(*) from attachment_chunk where attachment_id = :id")
                    .bind("id", UUID.fromString(id))
                    .mapTo(Integer.class)
                    .one();
        });
    }

    private List<byte[]> bytes(String query, String id) {
        return database.asWorker(tx -> tx.handle()
                .createQuery(query)
                .bind("id", UUID.fromString(id))
                .mapTo(byte[].class)
                .list());
    }
}
