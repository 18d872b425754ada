package no.brevdue.notification.contact;

import no.brevdue.contracts.identity.v1.Language;
import org.jboss.logging.Logger;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks identity-service what a notice about contact points says and where it goes, when it is about to be sent. */
@ApplicationScoped
public class NoticeClient {

    private static final Logger LOGGER = Logger.getLogger(NoticeClient.class);
    /** The code of identity-service's problem no-such-notice. */
    private static final String NO_SUCH_NOTICE = "BD-1127";

    private static final String PURPOSE = "contact-notice";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final ServiceHttp identity;
    private final ContactConfig config;

    NoticeClient(ServiceHttp identity, ContactConfig config) {
        this.identity = identity;
        this.config = config;
    }

    /** Never throws: whatever goes wrong is {@link NoticeLookup.Away}. */
    public NoticeLookup lookUp(UUID notice) {
        return identity.post(
                        config.url(), "/v1/contact-notices/lookups", Map.of("noticeId", notice, "purpose", PURPOSE))
                .map(NoticeClient::read)
                .orElseGet(NoticeLookup.Away::new);
    }

    /** Lets identity-service forget the address. If this is not heard it forgets by itself, later. */
    public void told(UUID notice) {
        if (identity.delete(config.url(), "/v1/contact-notices/" + notice)
                .filter(answer -> answer.status() == 204)
                .isEmpty()) {
            LOGGER.warnf("Identity-service did not hear that a notice was handed over: notice=%s", notice);
        }
    }

    private static NoticeLookup read(ServiceHttp.Answer answer) {
        boolean over = answer.status() == 404
                && answer.text("code").filter(NO_SUCH_NOTICE::equals).isPresent();
        if (over) {
            return new NoticeLookup.Over();
        }
        Optional<NoticeLookup> due = answer.status() == 200 ? due(answer) : Optional.empty();
        return due.orElseGet(() -> {
            LOGGER.warnf("A notice could not be looked up: status=%d", answer.status());
            return new NoticeLookup.Away();
        });
    }

    private static Optional<NoticeLookup> due(ServiceHttp.Answer answer) {
        Optional<String> code = answer.text("code");
        if (code.isPresent() && !CODE.matcher(code.get()).matches()) {
            return Optional.empty();
        }
        try {
            Language language = answer.text("language").map(Language::valueOf).orElse(Language.NB);
            return answer.text("email")
                    .flatMap(EmailAddress::of)
                    .map(email -> new NoticeLookup.Due(email, language, code.orElse(null)));
        } catch (IllegalArgumentException unknownLanguage) {
            return Optional.empty();
        }
    }
}
