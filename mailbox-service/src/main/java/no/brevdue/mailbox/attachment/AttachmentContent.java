package no.brevdue.mailbox.attachment;

import java.io.InputStream;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** An attachment on its way to a reader: decrypted while it is read, a chunk at a time, by the request that opened it. */
public record AttachmentContent(AttachmentView attachment, InputStream bytes) {

    /** Made to be saved: a browser must neither guess a type nor run anything that hides in the file. */
    public Response response() {
        return Response.ok(bytes, attachment.contentType().toString())
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(attachment.fileName()).disposition())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
