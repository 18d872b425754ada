package no.brevdue.mailbox.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class FeedExampleTest {

    @Test
    void theExampleGoesOnWhereItEnds() throws IOException {
        JsonNode page = new ObjectMapper()
                .readTree(FeedPage.class.getAnnotation(Schema.class).examples()[0]);
        JsonNode event = page.at("/events/0");

        FeedCursor next = FeedCursor.parse(
                FeedCursor.Kind.ORGANIZATION,
                OrganizationNumber.of(event.path("consumer").asText()),
                page.path("next").asText());

        assertThat(next.after()).isEqualTo(event.path("position").asLong());
    }
}
