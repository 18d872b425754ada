package no.brevdue.identity;

import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.identity.v1.ContactNoticeRequested;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** Looks up notices as notification-service does, and lets a test read what would be mailed. */
@ApplicationScoped
public class Mail {

    private final Facts facts;

    Mail(Facts facts) {
        this.facts = facts;
    }

    /** What is about to be sent to an address, which no other test uses. */
    public Notice to(String address) {
        return await().until(() -> due(address), Optional::isPresent).orElseThrow();
    }

    private Optional<Notice> due(String address) {
        return facts.published(ContactNoticeRequested.class).reversed().stream() // it is among the latest
                .flatMap(fact -> {
                    var answer = lookUp(fact.noticeId()).extract();
                    return answer.statusCode() == 200 && address.equals(answer.path("email"))
                            ? Stream.of(new Notice(fact.noticeId(), answer.path("code")))
                            : Stream.empty();
                })
                .findFirst();
    }

    public ValidatableResponse lookUp(UUID notice) {
        return given().auth()
                .oauth2(notification())
                .contentType("application/json")
                .body(Map.of("noticeId", notice, "purpose", "contact-notice"))
                .post("/v1/contact-notices/lookups")
                .then();
    }

    public void handedOver(Notice notice) {
        ValidatableResponse unused = given().auth()
                .oauth2(notification())
                .delete("/v1/contact-notices/" + notice.id())
                .then()
                .statusCode(204);
    }

    private static String notification() {
        return Tokens.serviceAccount("notification", "brevdue:contact-points.read")
                .sign();
    }

    /** A notice as notification-service gets to know it. */
    public record Notice(UUID id, @Nullable String sent) {

        public boolean hasCode() {
            return sent != null;
        }

        public String code() {
            return Objects.requireNonNull(sent, "the notice has no code");
        }
    }
}
