package no.brevdue.local.standin;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** A mail server that takes everything and forwards nothing: {@code GET /mail} lists what came, {@code DELETE /mail} forgets. */
public final class MailSink implements StandInServer.Endpoint, AutoCloseable {

    private final GreenMail server;

    private MailSink(GreenMail server) {
        this.server = server;
    }

    /** Port 0 takes any free one. */
    public static MailSink start(int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // It comes up among everything else, and may need longer than the library's two seconds.
        setup.setServerStartupTimeout(Duration.ofSeconds(30).toMillis());
        GreenMail server = new GreenMail(setup);
        server.start();
        return new MailSink(server);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        try {
            return switch (request.getRequestMethod()) {
                case "GET" -> StandInServer.Reply.ok(received());
                case "DELETE" -> {
                    server.purgeEmailFromAllMailboxes();
                    yield StandInServer.Reply.status(204);
                }
                default -> StandInServer.Reply.status(405);
            };
        } catch (MessagingException | FolderException e) {
            throw new IOException(e);
        }
    }

    private List<Map<String, Object>> received() throws MessagingException, IOException {
        List<Map<String, Object>> mails = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            Map<String, Object> mail = new LinkedHashMap<>();
            mail.put("to", addresses(message.getAllRecipients()));
            mail.put("subject", message.getSubject());
            mail.put("text", text(message));
            mail.put("headers", headers(message));
            mail.put("time", message.getReceivedDate().toInstant().toString());
            mails.add(mail);
        }
        return mails;
    }

    private static List<String> addresses(Address[] recipients) {
        List<String> addresses = new ArrayList<>();
        for (Address recipient : recipients) {
            addresses.add(recipient instanceof InternetAddress internet ? internet.getAddress() : recipient.toString());
        }
        return addresses;
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), header.getValue(), (first, next) -> first + "\n" + next);
        }
        return headers;
    }

    private static String text(Part part) throws MessagingException, IOException {
        return switch (part.getContent()) {
            case String text -> text;
            case MimeMultipart parts -> {
                StringBuilder all = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    all.append(text(parts.getBodyPart(i)));
                }
                yield all.toString();
            }
            default -> GreenMailUtil.getBody(part);
        };
    }
}
