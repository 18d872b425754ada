package no.brevdue.platform.caller;

import io.smallrye.config.ConfigMapping;

import java.util.List;

/** The issuers we trust, each spelled exactly as in the {@code iss} of its tokens. */
@ConfigMapping(prefix = "brevdue.issuer")
interface IssuerConfig {

    String idPorten();

    String maskinporten();

    String helseid();

    String operations();

    default List<String> all() {
        return List.of(idPorten(), maskinporten(), helseid(), operations());
    }

    default Issuer issuerOf(String iss) {
        if (iss.equals(idPorten())) {
            return Issuer.ID_PORTEN;
        }
        if (iss.equals(maskinporten())) {
            return Issuer.MASKINPORTEN;
        }
        if (iss.equals(helseid())) {
            return Issuer.HELSE_ID;
        }
        return iss.equals(operations()) ? Issuer.OPERATIONS : Issuer.NONE;
    }
}
