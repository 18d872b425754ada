package no.brevdue.notification.newsletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.notification.notice.Notice;
import org.jspecify.annotations.Nullable;

/** A newsletter in the languages it is written in; whoever reads another gets Bokmål. */
record NewsletterText(
        Written nb,
        @Nullable Written nn,
        @Nullable Written en,
        @Nullable Written se) {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Written(String subject, String body) {

        Notice notice() {
            return new Notice(subject, body.strip() + "\n");
        }
    }

    Notice in(Language language) {
        Written written = switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
            case SE -> se;
        };
        return (written == null ? nb : written).notice();
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static NewsletterText of(String json) {
        try {
            return JSON.readValue(json, NewsletterText.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A newsletter cannot be read", broken);
        }
    }
}
