package no.brevdue.identity.supplier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** An organisation says whose systems act for it. */
@QuarkusTest
class SuppliersTest {

    private static final String CLINIC = "100200708";
    private static final String OTHER = "100200716";
    private static final String VENDOR = "100200724";
    private static final String SUPPLIERS = "/v1/organization/suppliers";
    private static final String REPRESENTATION = "brevdue:representation";

    private final Facts facts;

    SuppliersTest(Facts facts) {
        this.facts = facts;
    }

    @Test
    void aSupplierActsWithTheScopesItWasLetAndUntilTheEndOfIt() {
        objections(CLINIC).statusCode(403).body("code", equalTo("BD-1032"));

        let(CLINIC, VENDOR, REPRESENTATION, "brevdue:letters.read").statusCode(204);

        objections(CLINIC).statusCode(200);
        objections(OTHER).statusCode(403);
        let(CLINIC, VENDOR, "brevdue:letters.read").statusCode(204);
        objections(CLINIC).statusCode(403);
        let(CLINIC, VENDOR, REPRESENTATION).statusCode(204);
        end(CLINIC).statusCode(204);
        objections(CLINIC).statusCode(403);
        end(CLINIC).statusCode(404).body("code", equalTo("BD-1172"));
        await().untilAsserted(() -> assertThat(told(CLINIC))
                .containsExactly(
                        changed(CLINIC, 1, "brevdue:letters.read", REPRESENTATION),
                        changed(CLINIC, 2, "brevdue:letters.read"),
                        changed(CLINIC, 3, REPRESENTATION),
                        changed(CLINIC, 4)));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> CLINIC.equals(entry.organization()))
                .extracting(AuditEntryRecorded::action)
                .contains("supplier-registered", "supplier-ended"));
    }

    @Test
    void whatOneOrganisationSaysIsNeitherAnothersNorItsSuppliers() {
        let(OTHER, VENDOR, REPRESENTATION).statusCode(204);
        let(OTHER, VENDOR, REPRESENTATION).statusCode(204);

        of(OTHER)
                .get(SUPPLIERS)
                .then()
                .body("supplier", equalTo(List.of(VENDOR)))
                .body("scopes", equalTo(List.of(List.of(REPRESENTATION))));
        of(VENDOR).get(SUPPLIERS).then().statusCode(200).body("$", empty());
        given().auth()
                .oauth2(Tokens.clientSystem(OTHER, "brevdue:suppliers")
                        .with("supplier", Tokens.iso6523(VENDOR))
                        .sign())
                .get(SUPPLIERS)
                .then()
                .statusCode(403);
        await().untilAsserted(() -> assertThat(told(OTHER)).containsExactly(changed(OTHER, 1, REPRESENTATION)));

        given().auth()
                .oauth2(Tokens.operator("olga").sign())
                .post("/v1/operations/republish")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> assertThat(told(OTHER))
                .containsExactly(changed(OTHER, 1, REPRESENTATION), changed(OTHER, 1, REPRESENTATION)));
    }

    @Test
    void whatNobodyCanLetIsRefused() {
        let(CLINIC, CLINIC, REPRESENTATION).statusCode(400).body("code", equalTo("BD-1173"));
        let(CLINIC, VENDOR, "brevdue:suppliers").statusCode(400).body("code", equalTo("BD-1174"));
        let(CLINIC, VENDOR, REPRESENTATION, "brevdue:operate").statusCode(400).body("code", equalTo("BD-1174"));
        let(CLINIC, VENDOR).statusCode(400).body("code", equalTo("BD-1005"));
        let(CLINIC, "100200700", REPRESENTATION).statusCode(400);
    }

    /** A scope that is missing here could be let to nobody; one too many would mean nothing. */
    @Test
    void whatCanBeLetIsWhatClientSystemsAreAdmittedBy() throws IOException {
        Set<String> declared = Files.readAllLines(Path.of("../docs/api/callers.md")).stream()
                .filter(row -> row.contains("| Maskinporten |"))
                .map(row -> row.replaceAll(".*`(brevdue:[a-z.-]+)`.*", "$1"))
                .collect(Collectors.toSet());
        declared.remove("brevdue:suppliers");

        assertThat(SupplierService.CAN_BE_LET).isEqualTo(declared);
    }

    private List<SupplierAccessChanged> told(String organization) {
        return facts.published(SupplierAccessChanged.class).stream()
                .filter(fact -> fact.organization().equals(organization))
                .toList();
    }

    private static SupplierAccessChanged changed(String organization, long version, String... scopes) {
        return new SupplierAccessChanged(organization, VENDOR, version, List.of(scopes));
    }

    private static ValidatableResponse let(String organization, String supplier, String... scopes) {
        return of(organization)
                .body(Map.of("scopes", scopes))
                .put(SUPPLIERS + "/" + supplier)
                .then();
    }

    private static ValidatableResponse end(String organization) {
        return of(organization).delete(SUPPLIERS + "/" + VENDOR).then();
    }

    /** What the supplier's system may see in an organisation's name. */
    private static ValidatableResponse objections(String organization) {
        return given().auth()
                .oauth2(Tokens.clientSystem(organization, REPRESENTATION)
                        .with("supplier", Tokens.iso6523(VENDOR))
                        .sign())
                .get("/v1/care/objections")
                .then();
    }

    private static RequestSpecification of(String organization) {
        return given().auth()
                .oauth2(Tokens.clientSystem(organization, "brevdue:suppliers").sign())
                .contentType(ContentType.JSON);
    }
}
