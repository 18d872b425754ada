package no.brevdue.identity.register;

import org.junit.jupiter.api.Test;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegisterHttpTest {

    private final RegisterHttp production = new RegisterHttp("production");

    @Test
    void noRegisterIsAskedUnprotectedInProduction() {
        assertThatThrownBy(() -> production.question(URI.create("http://krr.example"), "/rest/v2/personer"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("http://krr.example is not https");
    }

    @Test
    void aSlashAtTheEndOfAnAddressIsNotDoubled() {
        assertThat(production
                        .question(URI.create("https://krr.example/"), "/rest/v2/personer")
                        .build()
                        .uri())
                .isEqualTo(URI.create("https://krr.example/rest/v2/personer"));
    }
}
