package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTest {

    private static final HTTPRoute ROUTE =
            Manifests.EXAMPLE.named(HTTPRoute.class, "api").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "/v1/me, identity-service",
        "/v1/me/contact-points/email, identity-service",
        "/v1/me/step-ups, identity-service",
        "/v1/step-up/callback, identity-service",
        "/v1/me/logins, identity-service",
        "/v1/me/deactivation, identity-service",
        "/v1/me/representations, identity-service",
        "/v1/me/powers-of-attorney, identity-service",
        "/v1/me/children/1/login-consent, identity-service",
        "/v1/me/objections, identity-service",
        "/v1/care/certificates, identity-service",
        "/v1/terms/current, consent-service",
        "/v1/me/terms, consent-service",
        "/v1/me/terms-acceptances, consent-service",
        "/v1/me/consent-decisions, consent-service",
        "/v1/me/consents, consent-service",
        "/v1/me/restrictions, consent-service",
        "/v1/legal-bases, consent-service",
        "/v1/organization/legal-bases, consent-service",
        "/v1/me/consent-receipts, consent-service",
        "/v1/me/pending-decisions, consent-service",
        "/v1/me/research-contact, consent-service",
        "/v1/documents, consent-service",
        "/v1/receipt-keys, consent-service",
        "/v1/organization/processor-agreements, consent-service",
        "/v1/organization/consent-queries, consent-service",
        "/v1/organization/research-contact-queries, consent-service",
        "/v1/me/newsletter-requests, consent-service",
        "/v1/me/newsletter-confirmations, consent-service",
        "/v1/newsletter-stops/1, consent-service",
        "/v1/sender/messages, mailbox-service",
        "/v1/me/letters, mailbox-service",
        "/v1/me/unread-count, mailbox-service",
        "/v1/organization/letters, mailbox-service",
        "/v1/organization/events, mailbox-service",
        "/v1/staff/letters/1/readings, mailbox-service",
        "/v1/me/access-log, audit-service",
        "/v1/checkpoints/latest, audit-service",
    })
    void aPathLeadsToTheServiceThatAnswersForIt(String path, String service) {
        assertThat(backends(path)).containsExactly(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/operations/republish",
                "/v1/contact-points/lookups",
                "/v1/contact-notices/lookups",
                "/q/health",
                "/q/metrics"
            })
    void theInsideHasNoWayIn(String path) {
        assertThat(backends(path)).isEmpty();
    }

    @Test
    void everyBackendExistsAndLetsTheGatewayIn() {
        List<HTTPBackendRef> backends = ROUTE.getSpec().getRules().stream()
                .flatMap(rule -> rule.getBackendRefs().stream())
                .toList();

        assertThat(backends).hasSize(4).allSatisfy(backend -> {
            assertThat(Manifests.EXAMPLE.named(Service.class, backend.getName()))
                    .hasValueSatisfying(service -> assertThat(service.getSpec().getPorts())
                            .extracting(port -> port.getPort())
                            .containsExactly(backend.getPort()));
            assertThat(Edges.of(Manifests.EXAMPLE).incoming())
                    .contains("gateway -> " + backend.getName() + ":" + backend.getPort());
        });
    }

    private static Stream<String> backends(String path) {
        return ROUTE.getSpec().getRules().stream()
                .filter(rule -> rule.getMatches().stream().anyMatch(match -> covers(match.getPath(), path)))
                .flatMap(rule -> rule.getBackendRefs().stream())
                .map(HTTPBackendRef::getName);
    }

    private static boolean covers(HTTPPathMatch match, String path) {
        return switch (match.getType()) {
            case "Exact" -> path.equals(match.getValue());
            case "PathPrefix" -> (path + "/").startsWith(match.getValue().replaceFirst("/?$", "/"));
            default -> throw new AssertionError("These tests do not understand " + match.getType());
        };
    }
}
