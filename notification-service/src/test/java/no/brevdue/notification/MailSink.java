package no.brevdue.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail server that takes everything; it can be away, and somebody who refuses can take its place. */
public final class MailSink implements QuarkusTestResourceLifecycleManager {

    private static final int PORT = freePort();
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        back();
        return Map.of("brevdue.email.host", "localhost", "brevdue.email.port", Integer.toString(PORT));
    }

    @Override
    public void stop() {
        away();
    }

    public static void away() {
        SERVER.stop();
    }

    public static void back() {
        SERVER.start();
    }

    /** Where the sink listens when it is not away. */
    public static int port() {
        return PORT;
    }

    public static List<MimeMessage> mailsTo(String address) {
        List<MimeMessage> mails = new ArrayList<>();
        try {
            for (MimeMessage mail : SERVER.getReceivedMessages()) {
                if (mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
                    mails.add(mail);
                }
            }
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
        return mails;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
