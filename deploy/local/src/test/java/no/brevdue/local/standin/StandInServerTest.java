package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import no.brevdue.local.people.SyntheticPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import static org.assertj.core.api.Assertions.assertThat;

class StandInServerTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-07-01T09:00:00.123Z"), ZoneOffset.UTC);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Issuers issuers;
    private static Clamd clamd;
    private static MailSink mail;
    private static StandInServer server;
    private static Path orders;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        issuers = Issuers.start(0);
        clamd = Clamd.start(0, 4096);
        mail = MailSink.start(0);
        Faults krrFaults = new Faults();
        orders = directory.resolve("population");
        Population population = Population.of(orders, NOW);
        server = StandInServer.start(
                0,
                new Krr(
                        new BearerCheck(issuers.issuer("maskinporten"), "krr:global/kontaktinformasjon.read"),
                        population,
                        krrFaults,
                        NOW),
                krrFaults,
                new PopulationStandIn(
                        population,
                        new BearerCheck(issuers.issuer("maskinporten"), "folkeregister:deling/offentligmedhjemmel")),
                new AddressRegister(NOW),
                clamd,
                mail,
                new Printer(directory.resolve("printer-private.json"), directory.resolve("print")),
                new ClockControl(directory.resolve("clock"), NOW));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        clamd.close();
        mail.close();
        issuers.close();
    }

    @Test
    void theContactRegisterAnswersInItsOwnShape() throws Exception {
        JsonNode ola = krr(SyntheticPeople.OLA.number());

        assertThat(ola.path("reservasjon").asText()).isEqualTo("NEI");
        assertThat(ola.path("status").asText()).isEqualTo("AKTIV");
        assertThat(ola.path("varslingsstatus").asText()).isEqualTo("KAN_VARSLES");
        assertThat(ola.path("spraak").asText()).isEqualTo("nn");
        JsonNode channels = ola.path("kontaktinformasjon");
        assertThat(channels.path("epostadresse").asText()).isEqualTo("ola@epost.example");
        assertThat(channels.path("epostadresse_oppdatert").asText()).isEqualTo("2026-04-02T11:00:00+02");
        assertThat(channels.path("mobiltelefonnummer_oppdatert").asText()).isEqualTo("2024-04-22T09:00:00.123Z");
    }

    @Test
    void somebodyWithoutContactDataIsNotRegistered() throws Exception {
        JsonNode nils = krr(SyntheticPeople.NILS.number());

        assertThat(nils.path("status").asText()).isEqualTo("IKKE_REGISTRERT");
        assertThat(nils.has("kontaktinformasjon")).isFalse();
    }

    @Test
    void theContactRegisterIsClosedWithoutTheScope() throws Exception {
        assertThat(krr("Bearer " + token("maskinporten", "solvang-clinic"), "1").statusCode())
                .isEqualTo(401);
        assertThat(krr("Bearer nonsense", "1").statusCode()).isEqualTo(401);
    }

    @Test
    void theContactRegisterFailsStallsAndContradictsItselfWhenItIsTold() throws Exception {
        String bearer = "Bearer " + token("maskinporten", "identity");
        try {
            assertThat(post("/krr", "{\"status\":503}").body()).contains("503");
            assertThat(krr(bearer, "1").statusCode()).isEqualTo(503);

            assertThat(post("/krr", "{\"stall\":\"PT0.3S\",\"contradict\":true}")
                            .statusCode())
                    .isEqualTo(200);
            long before = System.nanoTime();
            JsonNode people = StandInServer.JSON
                    .readTree(krr(bearer, SyntheticPeople.OLA.number()).body())
                    .path("personer");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));
            assertThat(people.findValuesAsText("reservasjon")).containsExactly("NEI", "JA");
        } finally {
            assertThat(post("/krr", "{}").statusCode()).isEqualTo(200);
        }
        assertThat(krr(bearer, "1").statusCode()).isEqualTo(200);
    }

    @Test
    void thePopulationRegisterKnowsDeathAndProtection() throws Exception {
        JsonNode arne = register(SyntheticPeople.ARNE.number());
        JsonNode sigrid = register(SyntheticPeople.SIGRID.number());

        assertThat(arne.at("/death/deceasedDate").asText()).startsWith("2026-02-11");
        assertThat(arne.at("/birth/0/birthDate").asText()).startsWith("1941-03-14");
        assertThat(sigrid.has("death")).isFalse();
        assertThat(sigrid.at("/addressProtection/0/protectionLevel").asText()).isEqualTo("StrictlyConfidential");
    }

    @Test
    void peopleLiveAndTheFeedTellsToWhomSomethingHappened() throws Exception {
        int first = StandInServer.JSON
                        .readTree(get("/control/population").body())
                        .path("lastSequence")
                        .asInt()
                + 1;
        live("{\"event\":\"die\",\"person\":\"kari\",\"on\":\"2026-05-01\"}");
        live("{\"event\":\"responsibility\",\"person\":\"nora\",\"parents\":{\"ola\":\"Father\"}}");
        live("{\"event\":\"guardianship\",\"person\":\"nils\",\"guardians\":"
                + "[{\"person\":\"ola\",\"type\":\"Adult\",\"scope\":\"PersonalInterests\"}]}");
        live("{\"event\":\"renumber\",\"person\":\"dina\"}");
        live("{\"event\":\"merge\",\"person\":\"dina\",\"duplicate\":\"dina-again\"}");

        HttpResponse<String> answer = feed("?seq=" + first, null);
        JsonNode entries = StandInServer.JSON.readTree(answer.body());
        assertThat(entries.findValues("sekvensnummer"))
                .extracting(entry -> entry.asInt() - first)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(entries.at("/0/hendelse/folkeregisteridentifikator").asText())
                .isEqualTo(SyntheticPeople.KARI.number());
        assertThat(entries.at("/0/hendelse/hendelsetype").asText()).isEqualTo("personErDoed");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(feed("?seq=" + first, tag).statusCode()).isEqualTo(304);
        assertThat(register(SyntheticPeople.KARI.number())
                        .at("/death/deceasedDate")
                        .asText())
                .startsWith("2026-05-01");
        assertThat(register(SyntheticPeople.NORA.number())
                        .at("/parentalResponsibility/0/responsible")
                        .asText())
                .isEqualTo(SyntheticPeople.OLA.number());
        assertThat(register(SyntheticPeople.NILS.number())
                        .at("/guardianshipOrFuturePowerOfAttorney/0/guardian/identificationNumber")
                        .asText())
                .isEqualTo(SyntheticPeople.OLA.number());
        JsonNode dina = register(SyntheticPeople.DINA_AGAIN.number());
        assertThat(dina.at("/norwegianIdentificationNumber").findValuesAsText("identificationNumber"))
                .hasSize(3)
                .contains(SyntheticPeople.DINA.number(), SyntheticPeople.DINA_AGAIN.number());

        live("{\"event\":\"annul\",\"person\":\"kari\"}");
        live("{\"event\":\"split\",\"person\":\"dina\",\"duplicate\":\"dina-again\"}");

        assertThat(register(SyntheticPeople.KARI.number()).has("death")).isFalse();
        assertThat(register(SyntheticPeople.DINA_AGAIN.number())
                        .at("/norwegianIdentificationNumber/0/identificationNumber")
                        .asText())
                .isEqualTo(SyntheticPeople.DINA_AGAIN.number());
        assertThat(Population.of(orders, NOW).from(first, 1000)).hasSize(12);
        assertThat(post("/control/population", "{\"event\":\"marry\",\"person\":\"kari\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePopulationRegisterIsBusyAwayOrContradictsItselfWhenItIsTold() throws Exception {
        try {
            fault("{\"busy\":700}");
            assertThat(feed("?seq=1", null).statusCode()).isEqualTo(429);
            assertThat(feed("?seq=1", null).headers().firstValue("Retry-After")).contains("700");
            fault("{\"status\":503}");
            assertThat(post("/api/legal-basis/person/get-by-nin", "nin=1").statusCode())
                    .isEqualTo(503);
            fault("{\"contradict\":true}");
            assertThat(register(SyntheticPeople.OLA.number()).path("birth")).hasSize(2);
            live("{\"event\":\"nothing\",\"person\":\"ola\"}");
            fault("{\"skip\":1}");
            assertThat(StandInServer.JSON.readTree(feed("?seq=1", null).body()).findValues("sekvensnummer"))
                    .extracting(JsonNode::asInt)
                    .doesNotContain(1);
        } finally {
            fault("{}");
        }
    }

    @Test
    void aNumberNobodyHasIsNotFound() throws Exception {
        assertThat(post("/api/legal-basis/person/get-by-nin", "nin=20914695016").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theClockMovesAndComesBack() throws Exception {
        assertThat(post("/clock", "{\"advance\":\"P10D\"}").body()).contains("2026-07-11T09:00:00.123Z");
        assertThat(post("/clock", "{\"advance\":\"PT1H\"}").body()).contains("PT241H");
        assertThat(post("/clock", "{\"reset\":true}").body()).contains("PT0S");
        assertThat(post("/clock", "{\"advance\":\"soon\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void aMailIsReadBackAsItWasSent() throws Exception {
        send("kari@epost.example", "Du har et nytt brev", "Logg inn for å lese.");

        JsonNode received = StandInServer.JSON.readTree(get("/mail").body()).get(0);

        assertThat(received.at("/to/0").asText()).isEqualTo("kari@epost.example");
        assertThat(received.path("subject").asText()).isEqualTo("Du har et nytt brev");
        assertThat(received.path("text").asText()).isEqualTo("Logg inn for å lese.");
        assertThat(received.at("/headers/From").asText()).isEqualTo("post@brevdue.example");
        assertThat(received.path("time").asText()).isNotEmpty();
    }

    @Test
    void anUnknownClientOrScopeGetsNoToken() throws Exception {
        assertThat(tokenAnswer("maskinporten", "client_id=nobody").statusCode()).isNotEqualTo(200);
        assertThat(tokenAnswer("maskinporten", "client_id=gp-office&scope=brevdue:operate")
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(tokenAnswer("idporten", "client_id=gp-office").statusCode()).isNotEqualTo(200);
    }

    @Test
    void maskinportenTakesASignedAssertionAndItsScope() throws Exception {
        SignedJWT assertion = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer("identity")
                        .audience(issuers.issuer("maskinporten"))
                        .claim("scope", "krr:global/kontaktinformasjon.read")
                        .build());
        assertion.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        String token = StandInServer.JSON
                .readTree(tokenAnswer(
                                "maskinporten",
                                "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion="
                                        + assertion.serialize())
                        .body())
                .required("access_token")
                .asText();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("scope"))
                .isEqualTo("krr:global/kontaktinformasjon.read");
        assertThat(krr("Bearer " + token, SyntheticPeople.KARI.number()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void idPortenLogsInAnewWhoeverIsTyped() throws Exception {
        String page =
                issuers.issuer("idporten") + "/authorize?response_type=code&client_id=brevdue-step-up&scope=openid"
                        + "&redirect_uri=http://localhost/callback&state=state&nonce=nonce&prompt=login"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        String back = form(page, "username=kari&claims={\"pid\":\"1\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer("brevdue-step-up")
                        .subject("brevdue-step-up")
                        .audience(issuers.issuer("idporten"))
                        .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(60)))
                        .build());
        assertion.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        String token = StandInServer.JSON
                .readTree(tokenAnswer(
                                "idporten",
                                "grant_type=authorization_code&redirect_uri=http://localhost/callback&code="
                                        + back.replaceFirst(".*code=([^&]+).*", "$1")
                                        + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&client_id=brevdue-step-up"
                                        + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                                        + "&client_assertion=" + assertion.serialize())
                        .body())
                .required("id_token")
                .asText();

        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getStringClaim("pid")).isEqualTo("1");
        assertThat(claims.getStringClaim("acr")).isEqualTo("idporten-loa-high");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce");
        assertThat(claims.getAudience()).containsExactly("brevdue-step-up");
        assertThat(claims.getLongClaim("auth_time")).isPositive();
    }

    private static void send(String to, String subject, String text) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(mail.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("post@brevdue.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private static JsonNode krr(String number) throws Exception {
        HttpResponse<String> answer = krr("Bearer " + token("maskinporten", "identity"), number);
        return StandInServer.JSON.readTree(answer.body()).path("personer").get(0);
    }

    private static HttpResponse<String> krr(String authorization, String number) throws Exception {
        return HTTP.send(
                to("/rest/v2/personer")
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"personidentifikatorer\":[\"" + number + "\"]}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void live(String order) throws Exception {
        assertThat(post("/control/population", order).statusCode()).as(order).isEqualTo(200);
    }

    private static void fault(String order) throws Exception {
        assertThat(post("/control/population/faults", order).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> feed(String query, @Nullable String tag) throws Exception {
        HttpRequest.Builder question = to("/folkeregisteret/offentlig-med-hjemmel/api/v1/hendelser/feed" + query)
                .header("Authorization", "Bearer " + token("maskinporten", "identity"));
        return HTTP.send(
                (tag == null ? question : question.header("If-None-Match", tag)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode register(String number) throws Exception {
        return StandInServer.JSON.readTree(
                post("/api/legal-basis/person/get-by-nin", "nin=" + number).body());
    }

    private static String token(String issuer, String client) throws Exception {
        return StandInServer.JSON
                .readTree(tokenAnswer(issuer, "client_id=" + client).body())
                .required("access_token")
                .asText();
    }

    private static HttpResponse<String> tokenAnswer(String issuer, String form) throws Exception {
        return form(
                issuers.issuer(issuer) + "/token",
                form.startsWith("grant_type") ? form : "grant_type=client_credentials&client_secret=local&" + form);
    }

    private static HttpResponse<String> form(String url, String form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                to(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }
}
