package no.brevdue.local.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who may ask an issuer for a token.
 *
 * @param name the client id, and what {@code ./brevdue token} calls it
 * @param scopes what may be asked for; all of them when nothing is
 * @param claims what the token says beyond scope and audience
 */
public record Actor(
        String name, String issuer, String subject, String audience, List<String> scopes, Map<String, Object> claims) {

    public static final String OUR_AUDIENCE = "https://api.brevdue.example";

    static Actor citizen(String name, SyntheticPerson person, String level) {
        return new Actor(
                name,
                "idporten",
                "sub-" + person.key(),
                OUR_AUDIENCE,
                List.of("brevdue:me"),
                Map.of(
                        "pid",
                        person.number(),
                        "acr",
                        level,
                        "amr",
                        List.of("TestID"),
                        "client_id",
                        "brevdue-web",
                        "client_amr",
                        "private_key_jwt",
                        "consumer",
                        iso6523(SyntheticOrganization.BREVDUE)));
    }

    static Actor system(String name, SyntheticOrganization consumer) {
        return new Actor(
                name,
                "maskinporten",
                name,
                OUR_AUDIENCE,
                List.of(
                        "brevdue:letters.write",
                        "brevdue:letters.read",
                        "brevdue:inbox",
                        "brevdue:legal-bases.write",
                        "brevdue:research.read",
                        "brevdue:representation",
                        "brevdue:suppliers"),
                machine(name, consumer));
    }

    /** Somebody who works there, by number in the health personnel register. */
    static Actor healthWorker(String name, String hprNumber, SyntheticOrganization organization) {
        return new Actor(
                name,
                "helseid",
                name,
                OUR_AUDIENCE,
                List.of("brevdue:letters.read", "brevdue:staff", "brevdue:representation"),
                Map.of(
                        "client_id",
                        name,
                        "helseid://claims/identity/security_level",
                        "4",
                        "helseid://claims/hpr/hpr_number",
                        hprNumber,
                        "helseid://claims/client/claims/orgnr_parent",
                        organization.number()));
    }

    /** Asks a register in our own name; the registers expect no audience. */
    static Actor registerClient(String name, String... scopes) {
        return new Actor(
                name,
                "maskinporten",
                name,
                "unspecified",
                List.of(scopes),
                machine(name, SyntheticOrganization.BREVDUE));
    }

    /** Sends browsers to ID-porten; who logged in is typed there. */
    static Actor loginClient(String name) {
        return new Actor(name, "idporten", name, OUR_AUDIENCE, List.of("openid"), Map.of("client_id", name));
    }

    static Actor operations(String name, String... scopes) {
        return new Actor(name, "operations", name, OUR_AUDIENCE, List.of(scopes), Map.of("client_id", name));
    }

    Actor through(SyntheticOrganization supplier) {
        Map<String, Object> extended = new LinkedHashMap<>(claims);
        extended.put("supplier", iso6523(supplier));
        return new Actor(name, issuer, subject, audience, scopes, extended);
    }

    private static Map<String, Object> machine(String name, SyntheticOrganization consumer) {
        return Map.of("client_id", name, "client_amr", "private_key_jwt", "consumer", iso6523(consumer));
    }

    private static Map<String, Object> iso6523(SyntheticOrganization organization) {
        return Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + organization.number());
    }

    @Override
    public String toString() {
        return "Actor[" + name + "]";
    }
}
