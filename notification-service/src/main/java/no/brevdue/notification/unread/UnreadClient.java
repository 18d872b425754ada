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
    private static final String PURPOSE = "letter-reminder";

    private final ServiceHttp http;
    private final UnreadConfig config;

    UnreadClient(ServiceHttp http, UnreadConfig config) {
        this.http = http;
        this.config = config;
    }

    /** Never throws: whatever goes wrong is {@link StillUnread#NOBODY_KNOWS}. */
    public StillUnread ask(UUID delivery) {
        return http.post(config.url(), "/v1/unread-lookups", Map.of("deliveryId", delivery, "purpose", PURPOSE))
                .map(UnreadClient::read)
                .orElse(StillUnread.NOBODY_KNOWS);
    }

    private static StillUnread read(ServiceHttp.Answer answer) {
        if (answer.status() != 200 || !answer.body().path("unread").isBoolean()) {
            LOGGER.warnf("Whether a letter is still unread could not be asked: status=%d", answer.status());
            return StillUnread.NOBODY_KNOWS;
        }
        return answer.body().path("unread").booleanValue() ? StillUnread.YES : StillUnread.NO;
    }
}
