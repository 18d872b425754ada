package no.brevdue.notification.unread;

import no.brevdue.notification.contact.ServiceHttp;
import org.jboss.logging.Logger;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks mailbox-service, for that purpose alone. */
@ApplicationScoped
public class UnreadClient {

    private static final Logger LOGGER = Logger.getLogger(UnreadClient.class);

    private final ServiceHttp http;
    private final UnreadConfig config;

    UnreadClient(ServiceHttp http, UnreadConfig config) {
        this.http = http;
        this.config = config;
    }

    /** Never throws, as the others: whatever goes wrong is {@link StillUnread#NOBODY_KNOWS}. */
    public StillUnread ask(UUID delivery) {
        return ask(delivery, "letter-notification", "unread");
    }

    /** For somebody who has been told of it before. */
    public StillUnread askAgain(UUID delivery) {
        return ask(delivery, "letter-reminder", "unread");
    }

    /** Whether it still waits for the person to say whether the sender may write to them. */
    public StillUnread askAboutConsent(UUID delivery) {
        return ask(delivery, "letter-notification", "awaitsConsent");
    }

    private StillUnread ask(UUID delivery, String purpose, String what) {
        return http.post(config.url(), "/v1/unread-lookups", Map.of("deliveryId", delivery, "purpose", purpose))
                .map(answer -> read(answer, what))
                .orElse(StillUnread.NOBODY_KNOWS);
    }

    private static StillUnread read(ServiceHttp.Answer answer, String what) {
        if (answer.status() != 200 || !answer.body().path(what).isBoolean()) {
            LOGGER.warnf("Whether a letter is still unread could not be asked: status=%d", answer.status());
            return StillUnread.NOBODY_KNOWS;
        }
        return answer.body().path(what).booleanValue() ? StillUnread.YES : StillUnread.NO;
    }
}
