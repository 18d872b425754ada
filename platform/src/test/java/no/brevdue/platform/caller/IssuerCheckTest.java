package no.brevdue.platform.caller;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IssuerCheckTest {

    @Test
    void protectedIssuersAreAccepted() {
        assertThatCode(check("https://test.idporten.no", "production")::check).doesNotThrowAnyException();
    }

    @Test
    void anUnprotectedIssuerStopsTheServiceInProduction() {
        assertThatThrownBy(check("http://localhost/id-porten", "production")::check)
                .hasMessageContaining("http://localhost/id-porten is not https");
    }

    @Test
    void anEnvironmentThatNobodyKnowsIsTreatedAsProduction() {
        assertThatThrownBy(check("http://localhost/id-porten", "tset")::check).hasMessageContaining("is not https");
    }

    @Test
    void aTestMayUseAnUnprotectedIssuer() {
        assertThatCode(check("http://localhost/id-porten", "test")::check).doesNotThrowAnyException();
    }

    @Test
    void twoKindsOfCallersCannotComeFromTheSameIssuer() {
        assertThatThrownBy(check("https://helseid.example", "test")::check)
                .hasMessageContaining("Two of brevdue.issuer.* are the same");
    }

    private static IssuerCheck check(String idPorten, String environment) {
        return new IssuerCheck(new Issuers(idPorten), environment);
    }

    private record Issuers(String idPorten) implements IssuerConfig {

        @Override
        public String maskinporten() {
            return "https://maskinporten.example/";
        }

        @Override
        public String helseid() {
            return "https://helseid.example";
        }

        @Override
        public String operations() {
            return "https://operations.example";
        }
    }
}
